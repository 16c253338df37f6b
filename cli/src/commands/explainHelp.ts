import { reachabilityCodes } from '../../../server/src/core/reachability/codes';

/** What `flowlog explain --help` says. */
export const explainHelp = `Says what the records of a flow log prove about who stopped the traffic (the security group, the
network ACL, a bandwidth limit), how sure that is, and what to check next. Conversations that tell
the same are one story; those that most want to be seen come first.

Usage: flowlog explain [OPTION …] FILE     FILE may be -, standard input

Which stories
      --line N           the story of the record on line N alone, counted from 1
      --address A        those with address A at one end
      --code C           those with this finding

Output
      --format text|json
                         text (default): a paragraph a story, then the totals;
                         json: one object a line for each story, with code, certainty, layer,
                         direction, observationPoint, protocol, protocolName, initiator and
                         responder (address and port, null where unknown), ends (both, whoever
                         began), localEnd (which of them is the interface's own), regions, peers
                         (of many ends: count, privateOnes, listed, atLeast), conversations,
                         request and reply (lines, counted from 1, and leftOut, how many more),
                         counts (of each way, accepted and refused: records, packets, bytes),
                         evidence, summary, proves, doesNotProve, assumptions, nextCheck, query

What is known beside the log
      --columns "A B C"  the fields, in order, of a log that carries no header line
      --interface-address ENI=A[,A …]
                         addresses that belong to an interface; repeatable
      --subnet CIDR      a subnet, inside which no network ACL works; repeatable
      --acl ENI|CIDR=yes|no
                         whether a network ACL is bound there; repeatable
      --timeout tcp|udp|icmp=SECONDS
                         how long a security group certainly remembers an unanswered request
                         (60, 30 and 30); repeatable
      --pairing-window SECONDS
                         how long after a request's window its reply's may begin (the longest
                         window of the log, 600 at most)
      --icmp-byte-order auto|type-high|type-low
                         how the destination port holds ICMP type and code
      --settings FILE    the same as a JSON object with the names of the editor's settings, with
                         or without "flowlog.reachability.": interfaceAddresses, subnets,
                         aclBound, trackingTimeouts, pairingWindow, icmpByteOrder, rules
  -h, --help             this text

A file is read more than once and held in part; standard input is held in memory. Conversations that
go on in another file are whole in both together: cat FILE … | flowlog explain -

Exit code
  0  there are stories
  1  there is none, or none that is asked for
  2  the command line or the input cannot be used

Findings
${reachabilityCodes.map(({ code, certainty, title }) => `  ${code.padEnd(24)}  ${certainty.padEnd(9)}  ${title}`).join('\n')}

The second column is the highest certainty that a finding can have.
`;
