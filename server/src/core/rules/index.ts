import { absentSpelling } from './absent-spelling';
import { absentUnderOk } from './absent-under-ok';
import { accountIdInvalid } from './account-id-invalid';
import { actionInvalid } from './action-invalid';
import { addressFamilyMixed } from './address-family-mixed';
import { addressInvalid } from './address-invalid';
import { bytesBelowMinimum } from './bytes-below-minimum';
import { bytesWithoutPackets } from './bytes-without-packets';
import { ccnIdShape } from './ccn-id-shape';
import { controlCharacter } from './control-character';
import { countInvalid } from './count-invalid';
import { decimalNumber } from './decimal-number';
import { duplicateRecord } from './duplicate-record';
import { emptyValue } from './empty-value';
import { endBeforeStart } from './end-before-start';
import { fieldExtra } from './field-extra';
import { fieldMissing } from './field-missing';
import { formChanged } from './form-changed';
import { fullWidthCharacters } from './full-width-characters';
import { headerRepeatedField } from './header-repeated-field';
import { headerUnknownField } from './header-unknown-field';
import { hexadecimalNumber } from './hexadecimal-number';
import { icmpCodeUnregistered } from './icmp-code-unregistered';
import { icmpFamily } from './icmp-family';
import { interfaceIdShape } from './interface-id-shape';
import { keyMissing } from './key-missing';
import { keyRepeated } from './key-repeated';
import { keyUnknown } from './key-unknown';
import { leadingZero } from './leading-zero';
import { logStatusInvalid } from './log-status-invalid';
import { notARecord } from './not-a-record';
import { portInvalid } from './port-invalid';
import { portOutOfRange } from './port-out-of-range';
import { portZero } from './port-zero';
import { protocolInvalid } from './protocol-invalid';
import { protocolName } from './protocol-name';
import { regionUnknown } from './region-unknown';
import { sameSourceAndDestination } from './same-source-and-destination';
import { skipdataOnCcn } from './skipdata-on-ccn';
import { sourceNotUnicast } from './source-not-unicast';
import { strayQuotes } from './stray-quotes';
import { tcpFlagsInvalid } from './tcp-flags-invalid';
import { thousandsSeparator } from './thousands-separator';
import { timeImplausible } from './time-implausible';
import { timeInMilliseconds } from './time-in-milliseconds';
import { timeInvalid } from './time-invalid';
import { timeWrittenOut } from './time-written-out';
import { tokenWithoutKey } from './token-without-key';
import { trailingSeparator } from './trailing-separator';
import { unusualBlank } from './unusual-blank';
import { valueCase } from './value-case';
import { valueUnderNodata } from './value-under-nodata';
import { versionUnknown } from './version-unknown';
import { windowTooLong } from './window-too-long';
import { wrappedRecord } from './wrapped-record';
import { wrongDash } from './wrong-dash';
import type { Rule } from './rule';

/**
 * Every rule, in the order in which they look: of the rules about values the first that reports on a
 * value owns it. None reports on a line that the scan accepts at once (`scan/crossCheck.ts`).
 */
export const RULES: readonly Rule[] = [
  strayQuotes,
  wrongDash,
  fullWidthCharacters,
  controlCharacter,
  emptyValue,
  trailingSeparator,
  absentSpelling,
  thousandsSeparator,
  hexadecimalNumber,
  decimalNumber,
  leadingZero,
  valueCase,
  protocolName,
  absentUnderOk,
  valueUnderNodata,
  addressInvalid,
  portOutOfRange,
  portInvalid,
  protocolInvalid,
  countInvalid,
  timeWrittenOut,
  timeInMilliseconds,
  timeInvalid,
  timeImplausible,
  actionInvalid,
  logStatusInvalid,
  accountIdInvalid,
  interfaceIdShape,
  ccnIdShape,
  regionUnknown,
  versionUnknown,
  tcpFlagsInvalid,
  fieldMissing,
  fieldExtra,
  keyMissing,
  keyUnknown,
  keyRepeated,
  tokenWithoutKey,
  endBeforeStart,
  windowTooLong,
  bytesBelowMinimum,
  bytesWithoutPackets,
  portZero,
  icmpCodeUnregistered,
  sourceNotUnicast,
  sameSourceAndDestination,
  addressFamilyMixed,
  icmpFamily,
  skipdataOnCcn,
  unusualBlank,
  headerUnknownField,
  headerRepeatedField,
  notARecord,
  wrappedRecord,
  duplicateRecord,
  formChanged,
];
