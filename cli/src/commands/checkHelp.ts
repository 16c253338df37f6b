import { RULES } from '../../../server/src/core/rules';

/** What `flowlog check --help` says. */
export const checkHelp = `Says what is wrong with flow logs: every problem, in file order.

Usage: flowlog check [OPTION …] FILE …     FILE may be -, standard input

Options
      --format text|json|sarif
                        text (default): file:line:column severity code message, then totals;
                        json: one object a line for each problem, with file, line, column,
                        endLine, endColumn, code, severity, message, and related and fix if
                        there are any;
                        sarif: one SARIF 2.1.0 log
      --columns "A B C"  the fields, in order, of logs that carry no header line
      --rule CODE=LEVEL  error, warning, information, hint or off for a rule; repeatable
  -q, --quiet            the totals only (text)
  -h, --help             this text

Lines and columns count from 1, columns in UTF-16 units; an end is where the place has just ended.
A byte order mark at the beginning of a file does not count as a column.

Exit code
  0  no errors (warnings, information and hints do not count)
  1  errors were found
  2  the command line, or one of the inputs, cannot be used (no such file, a directory, binary
     data); the other inputs are checked all the same

Rules
${RULES.map(({ code, severity, title }) => `  ${code.padEnd(28)}  ${severity.padEnd(11)}  ${title}`).join('\n')}
`;
