import type { Schedule } from './schedule.ts';

/** The rate drops by a factor every few steps. */
export const stepDecay: Schedule = {
  name: 'step-decay',
  title: 'Step decay',
  parameters: [
    { symbol: 'δ', name: 'factor', default: '1/2', meaning: 'what the rate is multiplied by at each drop' },
    { symbol: 'D', name: 'steps between drops', default: '10', meaning: 'how many steps a rate is kept' },
  ],
  definitions: { α_k: 'α δ^floor(k/D)' },
  source: 'PyTorch lr_scheduler.StepLR',
};
