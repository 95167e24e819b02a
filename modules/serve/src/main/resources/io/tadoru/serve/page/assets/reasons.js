/**
 * The reasons of links come as English sentences with the artifact at their end; this says them in Japanese.
 */
import { language } from './preferences.js';

const JA = [
  [/^anchor: what was noticed first$/, '起点（最初に検知されたもの）'],
  [/^same process tree$/, '同一のプロセスツリー'],
  [/^the endpoint protection names the file (.*)$/s, 'EPPがファイルを名指し：$1'],
  [/^same file name (.*)$/s, '同一のファイル名：$1'],
  [/^same file (.*)$/s, '同一のファイル：$1'],
  [/^same hash (.*)$/s, '同一のハッシュ値：$1'],
  [/^same message (.*)$/s, '同一のメール：$1'],
  [/^same URL (.*)$/s, '同一のURL：$1'],
  [/^same domain (.*)$/s, '同一のドメイン：$1'],
  [/^same outside address (.*)$/s, '同一の外部アドレス：$1'],
  [/^same sender (.*)$/s, '同一の差出人：$1'],
  [/^same threat (.*)$/s, '同一の脅威名：$1'],
];

/** @param {string} reason */
export function reasonText(reason) {
  const found = language() === 'ja' && JA.find(([pattern]) => pattern.test(reason));
  return found ? reason.replace(found[0], found[1]) : reason;
}
