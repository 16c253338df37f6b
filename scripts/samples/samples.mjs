import { allFaults } from './allFaults.mjs';
import { ccnKeyValue, ccnNewer, ccnOlder } from './ccnExports.mjs';
import { eniFieldsLine, eniHeader, eniKeyValue, eniPositional } from './eniExports.mjs';
import { withGaps } from './gaps.mjs';
import { bothAllowed, replyBlocked, requestBlocked } from './pings.mjs';
import { wrappedPaste } from './wrappedPaste.mjs';

/**
 * Name and text of every sample.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const samples = new Map(
  Object.entries({
    'all-faults.log': allFaults(),
    'ccn-key-value.log': ccnKeyValue(),
    'ccn-order-a.log': ccnOlder(),
    'ccn-order-b.log': ccnNewer(),
    'eni-fields-line.log': eniFieldsLine(),
    'eni-header.log': eniHeader(),
    'eni-key-value.log': eniKeyValue(),
    'eni-positional.log': eniPositional(),
    'nodata-skipdata.log': withGaps(),
    'ping-allowed.log': bothAllowed(false),
    'ping-allowed-with-types.log': bothAllowed(true),
    'ping-reply-blocked.log': replyBlocked(false),
    'ping-reply-blocked-with-types.log': replyBlocked(true),
    'ping-request-blocked.log': requestBlocked(false),
    'ping-request-blocked-with-types.log': requestBlocked(true),
    'wrapped-paste.log': wrappedPaste(),
  }).map(([name, lines]) => [name, `${lines.join('\n')}\n`]),
);
