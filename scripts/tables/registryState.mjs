// What a registry says of a number, read from the words it writes there.

export function registryState(words) {
  if (/^unassigned/i.test(words)) return 'unassigned';
  if (/^reserved/i.test(words)) return 'reserved';
  if (/\(deprecated\)/i.test(words)) return 'deprecated';
  if (/^(use for experimentation|rfc3692-style experiment|private experimentation)/i.test(words)) {
    return 'experimental';
  }
  return 'assigned';
}

export function withoutDeprecated(words) {
  return words.replace(/ \(deprecated\)$/i, '');
}
