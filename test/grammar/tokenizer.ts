import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';

const grammarFile = join(__dirname, '../../syntaxes/flowlog.tmLanguage.json');
const wasmFile = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');

/** The grammar, read by the engine that VS Code reads it with. */
export async function loadGrammar(): Promise<IGrammar> {
  await loadWASM(readFileSync(wasmFile));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => new OnigScanner(sources),
      createOnigString: text => new OnigString(text),
    }),
    loadGrammar: scope =>
      Promise.resolve(
        scope === 'source.flowlog'
          ? parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)
          : null,
      ),
  });
  const grammar = await registry.loadGrammar('source.flowlog');
  if (!grammar) throw new Error('The grammar cannot be loaded.');
  return grammar;
}

/** The texts of a line with their innermost scope, without `.flowlog`; blanks are left out. */
export function scopesOf(grammar: IGrammar, line: string): [text: string, scope: string][] {
  return grammar.tokenizeLine(line, INITIAL).tokens.flatMap(token => {
    const text = line.slice(token.startIndex, token.endIndex).trim();
    const scope = token.scopes.at(-1)?.replace(/\.flowlog$/, '') ?? '';
    return text === '' ? [] : [[text, scope]];
  });
}
