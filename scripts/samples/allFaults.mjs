import { ccnLines } from './ccnExports.mjs';
import { eniRecords } from './eniExports.mjs';
import * as forms from './forms.mjs';
import { queue } from './recordQueue.mjs';
import { recordFaults, valueFaults } from './valueFaults.mjs';

/** @typedef {import('./forms.mjs').Fields} Fields */

/** Every fault that the checker knows, each below a comment that names its code. */
export function allFaults() {
  return [
    '# Every problem that the checker knows. A comment names the code of what is wrong below it.',
    ...positional(),
    ...keyValue(),
    ...crossRegion(),
    ...underHeaders(),
  ];
}

/** @param {Fields} fields */
const eni = fields => forms.values(forms.eniOrder, fields);

/** @param {Fields} fields */
const keyed = fields => forms.keysAndValues(forms.eniKeyOrder, fields);

function positional() {
  const { any, plain } = queue(51);
  const first = eni(any());
  const lines = [first, eni(any()), eni(any())];
  for (const { code, why, spoil } of [...valueFaults, ...recordFaults]) {
    lines.push(`# ${code}: ${why}`, eni(spoil(plain())), eni(any()), eni(any()));
  }
  const wrapped = eni(plain());
  const nodata = '1750147200 1750147499 - NODATA';
  return [
    ...lines,
    '# field-missing: no protocol',
    eni(plain()).replace(' 6 ', ' '),
    '# field-missing: six hyphens for seven, as in a document',
    `2 1300000001 eni-7v1dg8lu - - - - - - ${nodata}`,
    eni(any()),
    '# field-extra: number and name of the protocol',
    eni(plain()).replace(' 6 ', ' 6 tcp '),
    '# unusual-blank: a no-break space from a web page',
    eni(plain()).replace(' 6 ', '\u00a06 '),
    eni(any()),
    '# not-a-record: a line of something else',
    'log rotated, 204800 bytes kept',
    eni(any()),
    '# wrapped-record: broken by a narrow terminal',
    wrapped.slice(0, 80),
    wrapped.slice(80).trimStart(),
    '# duplicate-record: the record at the beginning once more',
    first,
    eni(any()),
  ];
}

function keyValue() {
  const records = eniRecords({ seed: 52, windows: 2, seconds: 60, version: '0001_0001' });
  const next = () => keyed(/** @type {Fields} */ (records.shift()));
  return [
    '# form-changed: key:value after values alone',
    next(),
    next(),
    '# key-missing: no protocol',
    next().replace(/ protocol:\d+/, ''),
    next(),
    '# key-unknown: no field has that name',
    `${next()} rack:7`,
    '# key-repeated: two destination ports',
    `${next()} dstport:8443`,
    next(),
    '# token-without-key: a value that names no field',
    `${next()} inbound`,
    '# empty-value: a key alone',
    next().replace(/ packets:\d+/, ' packets:'),
    next(),
  ];
}

function crossRegion() {
  const lines = ccnLines(53);
  const next = () => String(lines.shift());
  return [
    '# form-changed: records between regions after records of network interfaces',
    next(),
    next(),
    '# ccn-id-shape: an id that was cut',
    next().replace(/ccn-\w+/, 'ccn-4kd8'),
    next(),
    '# region-unknown: a region that is not on the list',
    next().replace(/(?:ap|na)-\w+(?= \d)/, 'ap-atlantis'),
    next(),
    '# skipdata-on-ccn: documented for network interfaces only',
    `2 ap-guangzhou ccn-4kd82mxq - - - - - ap-guangzhou ap-hongkong - - 1750147200 1750147259 - SKIPDATA`,
    next(),
  ];
}

function underHeaders() {
  const { plain } = queue(54);
  const names = 'start end srcaddr srcport dstaddr dstport protocol packets bytes action';

  /** @param {string} columns */
  const under = (columns, more = {}) =>
    forms.values(columns.split(' '), { ...plain(), 'tcp-flags': 27, rack: 'r7', ...more });

  const flags = `${names} tcp-flags log-status`;
  const rack = `${names} log-status rack`;
  const twice = `${names} log-status srcaddr`;
  return [
    flags,
    '# form-changed: columns named in a header line from here on',
    under(flags),
    under(flags),
    '# tcp-flags-invalid: the name of a flag for the sum of their bits',
    under(flags, { 'tcp-flags': 'SYN' }),
    '# header-unknown-field: no flow log has such a field',
    rack,
    '# form-changed: other columns',
    under(rack),
    under(rack),
    '# header-repeated-field: two columns of one name',
    twice,
    '# form-changed: other columns',
    under(twice),
    under(twice),
  ];
}
