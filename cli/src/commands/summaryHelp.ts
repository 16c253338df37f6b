import { DEFAULT_THRESHOLDS } from '../../../server/src/core/summary/thresholds';

const { scanAddresses, scanPorts, rareProtocolShare, interfaceShare, leastInterfaces } =
  DEFAULT_THRESHOLDS;

/** What `flowlog summary --help` says. */
export const summaryHelp = `Sums flow logs up: totals, the largest of everything, what was refused, and what deserves a look.

Usage: flowlog summary [OPTION …] FILE …     FILE may be -, standard input

Several files are summed up as one log.

Options
      --top N            entries of each list (10)
      --by records|packets|bytes
                         what lists are sorted by (bytes)
      --format text|json|markdown
                         text (default), one JSON object, or Markdown tables
      --columns "A B C"  the fields, in order, of logs that carry no header line
      --groups FILE      names for address blocks, one a line: 10.0.0.0/8 office
      --threats FILE     addresses and blocks to be warned of, in the same form
      --series           also figures over time of the largest sources, protocols and region pairs
                         (json); takes a second pass
  -h, --help             this text

Records are lines read as a record, faulty and NODATA ones included; bytes and packets add up valid
values, those of NODATA and SKIPDATA left out. A flow that was recorded at two points counts twice.
Faults are problems of severity error or warning, each found in a line by itself: repeated records
and changes of form are not looked for. The denied share is that of REJECT among records with ACCEPT
or REJECT; an interface has its share of REJECT among all its records.

Of the blocks of --groups or --threats that hold an address, the narrowest counts, and no other. A
block of IPv4 addresses holds none that a log writes as IPv6 (::ffff:10.0.0.2): list these beside it.

Totals are exact. Lists are exact unless the output says otherwise, and by how much at most: memory
does not grow with the files, so they are read a second time when bounds do not prove a list.
Standard input is read once.

JSON
  lines, records, faults, bytes, packets, start, end (Unix seconds), stretched (where nearly all
  records lie if a few make the span far longer, else null), files, untimed, accepted, rejected,
  throttled, deniedShare, seenAtSeveralPoints; lists whose entries have key, records,
  packets, bytes, line (the first one, from 1) and, where there is more than one file, file: byForm,
  byObservation, byAction, byLogStatus, byProtocol, accounts, interfaces, natGateways, topSources,
  topDestinations, topDestinationPorts, topConversations, rejectedSources, rejectedPorts,
  rejectedPairs, regionPairs, groups; keys (how many entries each list that --top cuts has in all,
  or at least has, where approximate says so); faultsByRule; timeline (width in seconds, buckets);
  coverage (by interface, in slots of time: missing are those without a record, which does not say
  that data was lost); series; findings; approximate (what is not exact; empty if all is); notes

Findings are hints, not verdicts
  address-scan        one address seems to have turned to ${scanAddresses} others or more
  port-scan           one address seems to have tried ${scanPorts} ports of another or more
  rare-protocol       a protocol with less than ${rareProtocolShare * 100} % of all records
  outsized-interface  one interface with ${interfaceShare * 100} % of all bytes or packets, of ${leastInterfaces} or more
  known-threat        an address of the --threats file
  Who seems to have begun a conversation is told by its ports, one from 32768 on and the other below
  and not 0, or by echo messages; any other conversation counts for no scan, and stands with \u2194.
  Reachability stories are not counted here; flowlog explain tells them.

Exit code
  0  the files were summed up
  2  the command line, or one of the inputs, cannot be used; the other inputs are summed up
`;
