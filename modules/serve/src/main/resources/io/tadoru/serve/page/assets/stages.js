/**
 * The parts a line can play: ATT&CK's tactics, and what the defence did. Two letters name each in the drawing.
 */
import { html } from 'lit';
import { word } from './preferences.js';

const LETTERS = {
  reconnaissance: 'RE', 'resource-development': 'RD', 'initial-access': 'IA', execution: 'EX', persistence: 'PE',
  'privilege-escalation': 'PR', 'defense-evasion': 'DE', 'credential-access': 'CA', discovery: 'DI', 'lateral-movement': 'LM',
  collection: 'CO', 'command-and-control': 'C2', exfiltration: 'XF', impact: 'IM', detection: 'D', response: 'R', impersonation: 'IP',
};

/** @param {string} stage */
export const letters = (stage) => LETTERS[stage] ?? '?';

/** Attack, detection or response: shape and colour follow it. @param {string} stage */
export const side = (stage) => (stage === 'detection' || stage === 'response' ? stage : 'attack');

/** @param {string} stage */
export const stageTag = (stage) => html`<span class="stage" data-side=${side(stage)}><i aria-hidden="true">${letters(stage)}</i>${word('stage', stage)}</span>`;
