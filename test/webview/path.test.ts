import './support/dom';
import assert from 'node:assert/strict';
import { describePath } from '../../client/webview/explain/path/describePath';
import { drawPath } from '../../client/webview/explain/path/drawPath';
import { layoutAcross, layoutDown } from '../../client/webview/explain/path/layout';
import { pathFigure } from '../../client/webview/explain/path/pathFigure';
import { pathOf } from '../../client/webview/explain/path/pathOf';
import {
  ANSWERED,
  ONE_ACTION,
  REFUSED_SSH,
  THROTTLED,
  WHO_BEGAN_UNKNOWN,
  story,
} from './support/stories';

/** Gates, and each way as what is drawn along it: `=` passed, `-` undecided, `.` not reached. */
function sketch(view: Parameters<typeof pathOf>[0]) {
  const path = pathOf(view)!;
  const strokes = { solid: '=', dashed: '-', faint: '.' };
  const marks = {
    passed: 'v',
    'likely-passed': 'w',
    stopped: 'X',
    'likely-stopped': 'x',
    'maybe-stopped': '?',
    none: '|',
  };
  const way = ({ strokes: drawn, marks: at }: typeof path.request) =>
    drawn.map((stroke, i) => strokes[stroke] + (at[i] === undefined ? '' : marks[at[i]])).join('');
  const gates = path.gates.map(({ kind, isUnsure }) => (isUnsure ? `${kind}?` : kind)).join(' ');
  return [gates, way(path.request), way(path.reply)];
}

describe('The drawn path', () => {
  it('puts the ACL outside the security group, at the side of the interface', () => {
    assert.deepEqual(sketch(story()), ['network-acl security-group', '=v=v=', '=v=X.']);
    const ours = story({ direction: 'ingress', localEnd: 0 });
    assert.deepEqual(sketch(ours), ['security-group network-acl', '=v=v=', '=X.|.']);
    assert.equal(pathOf(story())!.ends[1].isLocal, true);
    assert.equal(pathOf(ours)!.ends[0].isLocal, true);
  });

  it('dashes what is likely only', () => {
    const likely = story({ certainty: 'likely' });
    assert.deepEqual(sketch(likely), ['network-acl security-group', '=v=v=', '=w-x.']);
  });

  it('names nobody where one of two layers did it', () => {
    const [gates, request, reply] = sketch(REFUSED_SSH);
    assert.equal(gates, 'network-acl security-group');
    assert.equal(request, '=?-?.');
    assert.equal(reply, '.|.|.');
    assert.match(
      describePath(pathOf(REFUSED_SSH)!),
      /Request: refused, by which layer is undecided\./,
    );
  });

  it('has the security group alone where no ACL is bound', () => {
    const group = story({ ...REFUSED_SSH, layer: 'security-group', certainty: 'likely' });
    for (const localEnd of [group.localEnd, null]) {
      assert.deepEqual(sketch({ ...group, localEnd }), ['security-group', '=x.', '.|.']);
    }
  });

  it('draws both layers as one where the side of the interface is not told', () => {
    assert.deepEqual(sketch(ANSWERED), ['either', '=v=', '=v=']);
    assert.deepEqual(sketch(WHO_BEGAN_UNKNOWN), ['either', '=v=', '=?.']);
  });

  it('draws a cloud where the layer is unknown', () => {
    const gateway = story({ layer: 'unknown', certainty: 'undecided', direction: 'unknown' });
    assert.deepEqual(sketch(gateway), ['either?', '=v=', '=?.']);
    const drawing = pathFigure(gateway)!;
    assert.match(drawing.textContent, /security group\u00a0\?network ACL\u00a0\?/);
  });

  it('knows neither security group nor ACL between regions', () => {
    for (const code of ['throttled', 'coverage-gap', 'no-reply-seen', 'both-ways-accepted']) {
      const layer = code === 'throttled' ? 'bandwidth-limit' : 'unknown';
      const figure = pathFigure({ ...THROTTLED, code, layer })!;
      assert.doesNotMatch(figure.outerHTML, /security|ACL/i);
      assert.match(figure.textContent, /bandwidth.*limit/);
      assert.match(figure.textContent, /ap-guangzhou/);
      assert.match(figure.textContent, /ap-shanghai/);
    }
    assert.deepEqual(sketch(THROTTLED), ['bandwidth-limit', '=X.', '.|.']);
  });

  it('is not there for a story about a place', () => assert.equal(pathFigure(ONE_ACTION), null));

  it('says in words what it shows', () => {
    assert.equal(
      describePath(pathOf(story())!),
      'Path from initiator 203.0.113.12 to responder 172.31.16.139, through the network ACL, ' +
        'then the security group, as recorded at eni-lq6mkcis. Request: let through. ' +
        'Reply: refused by the network ACL.',
    );
    for (const drawing of pathFigure(story())!.querySelectorAll('svg')) {
      assert.equal(drawing.getAttribute('role'), 'img');
      assert.match(drawing.getAttribute('aria-label') ?? '', /^Path from/);
    }
  });

  it('stays inside its frame, however long the addresses', () => {
    const long = story({
      initiator: { address: '2001:db8:1111:2222:3333:4444:5555:6666', port: 65535 },
      observationPoint: `eni-${'x'.repeat(200)}`,
    });
    for (const layout of [layoutAcross(2), layoutDown(2)]) {
      const drawing = drawPath(pathOf(long)!, layout);
      for (const text of drawing.querySelectorAll('.end text')) {
        assert.ok(text.textContent.length <= 22, text.textContent);
      }
      for (const box of drawing.querySelectorAll('rect')) {
        const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name =>
          Number(box.getAttribute(name)),
        );
        assert.ok(x! >= 0 && x! + width! <= layout.width, layout.name);
        assert.ok(y! >= 0 && y! + height! <= layout.height, layout.name);
      }
    }
  });
});
