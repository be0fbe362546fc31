/** What a column is called in words, as the letter that textbooks give to it: "Point" is p, "Velocity" is v. */
import { sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';

const roles: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:points?|positions?|iterates?|weights?|param(?:eter)?s?|locations?|coordinates|punkt|posici[óo]n|posizione|posi[çc][ãa]o|punto|ponto)$/iu,
    'p',
  ],
  [/^(?:velocity|velocities|geschwindigkeit|vitesse|velocidade?|velocit[àa])$/iu, 'v'],
  [/^(?:gradients?|grad)$/i, 'g'],
];

/** The quantity that a word means; nothing for other words. */
export const roleNamed = (words: string): Expression | undefined => {
  const letter = roles.find(([word]) => word.test(words.trim()))?.[1];
  return letter === undefined ? undefined : sym(letter);
};
