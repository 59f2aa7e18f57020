import { asProblem } from '@qudao/shared/api';
import { Notice } from '@qudao/shared/kit';

/** A refusal in full, where no form stands whose fields could say it. Nothing where there is none. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) {
    return null;
  }
  const problem = asProblem(error);
  return (
    <Notice tone="alarm">
      <p>{problem.detail || problem.code}</p>
      {problem.errors.map((one) => (
        <p key={one.path}>{one.detail}</p>
      ))}
    </Notice>
  );
}
