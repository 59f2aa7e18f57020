/** What a person does between two steps: looks, thinks, moves the hand. */
const pauseMs = 300;

/** Does steps as a person would and counts them; `took` is the time of all of them in milliseconds. */
export function human(page) {
  const began = Date.now();
  let steps = 0;
  return {
    async does(step) {
      await page.waitForTimeout(pauseMs);
      steps += 1;
      return step();
    },
    steps: () => steps,
    took: () => Date.now() - began,
  };
}
