import assert from 'node:assert/strict';
import v8 from 'node:v8';
import { compileLater } from '../../../server/src/node/files/compileLater';

describe('An engine that is to compile later', () => {
  const { setFlagsFromString } = v8;
  let said: string[];

  beforeEach(() => {
    said = [];
    v8.setFlagsFromString = flag => void said.push(flag);
  });

  afterEach(() => {
    v8.setFlagsFromString = setFlagsFromString;
  });

  it('compiles as usual again as soon as nobody reads a file any more', () => {
    const end = compileLater();
    const endOther = compileLater();
    end();
    assert.deepEqual(said, ['--interrupt-budget=300000']);
    endOther();
    assert.deepEqual(said, ['--interrupt-budget=300000', '--interrupt-budget=67584']);
  });
});
