import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

export type Run = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandOutput<N>>;

/** Runs commands and takes a refusal for a mistake in the plan. */
export function runner(services: AppServices): Run {
  return async (name, input) => {
    const result = await services.commands.execute(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value;
  };
}
