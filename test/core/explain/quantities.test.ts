import { equal } from 'node:assert/strict';
import {
  counted,
  duration,
  inBinaryUnit,
  inBitRateUnit,
  rounded,
} from '../../../server/src/core/explain/quantities';

describe('quantities', () => {
  it('keep as many decimals as a reader needs', () => {
    equal(rounded(0.333), '0.33');
    equal(rounded(12.345), '12.3');
    equal(rounded(1234.5), '1,235');
    equal(counted(1, 'byte'), '1 byte');
    equal(counted(1500, 'byte'), '1,500 bytes');
  });

  it('change the unit before they would show a whole one of the next', () => {
    equal(inBinaryUnit(1023), '1,023 bytes');
    equal(inBinaryUnit(1024), '1 KiB');
    equal(inBinaryUnit(1_048_575), '1 MiB');
    equal(inBinaryUnit(5 * 1024 ** 5), '5 PiB');
    equal(inBitRateUnit(999), '999 bit/s');
    equal(inBitRateUnit(1_500_000), '1.5 Mbit/s');
    equal(inBitRateUnit(0.004), '< 0.01 bit/s');
    equal(inBitRateUnit(0), '0 bit/s');
  });

  it('spell long durations out', () => {
    equal(duration(60), '60 s');
    equal(duration(115), '115 s (1 min 55 s)');
    equal(duration(3600), '3,600 s (1 h)');
    equal(duration(90_061), '90,061 s (1 d 1 h)');
    equal(duration(0.5), '0.5 s');
  });
});
