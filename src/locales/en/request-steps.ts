/** A request that is filled in step by step; loaded with the form. `step-name-` keys end in a step. */
export const requestSteps = {
  stepsLabel: 'Steps of this request',
  'step-name-who': 'Who uses it',
  'step-name-details': 'Details',
  'step-name-review': 'Review and send',
  stepNow: (number: number, of: number, name: string) => `Step ${number} of ${of}: ${name}`,
  stepDone: '(done)',
  stepNext: 'Continue',
  stepBack: 'Back',
  reviewChange: 'Change',
};
