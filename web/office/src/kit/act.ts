import { AttemptKey, asProblem } from '@qudao/shared/api';
import { toast } from '@qudao/shared/kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** True when the document was changed by someone else since it was read. */
function overtaken(error: unknown): boolean {
  const { status } = asProblem(error);
  return status === 409 || status === 412;
}

/**
 * One act on the server. Pressing again after a lost answer repeats the same act, because its key stays while
 * the input stays. `stale` are the first words of the query keys that it makes stale; they are read again too
 * when the act came too late, so that the next try stands on what is true.
 */
export function useAct<Out, In = void>(act: {
  run: (input: In, key: string) => Promise<Out>;
  stale?: readonly string[];
  said?: string;
  done?: (out: Out, input: In) => void;
}) {
  const client = useQueryClient();
  const [attempt] = useState(() => new AttemptKey());
  const readAgain = () => {
    for (const word of act.stale ?? []) {
      void client.invalidateQueries({ queryKey: [word] });
    }
  };
  return useMutation<Out, Error, In>({
    mutationFn: (input) => act.run(input, attempt.for(input ?? null)),
    onSuccess: (out, input) => {
      attempt.done();
      readAgain();
      if (act.said) {
        toast(act.said);
      }
      act.done?.(out, input);
    },
    onError: (error) => {
      if (overtaken(error)) {
        readAgain();
      }
    },
  });
}
