import { useMemo } from 'react';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { type OfferedTemplate, templatesOf } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateKind } from '#shared/domain/certificates/template.ts';

/** The templates in use of some kinds; none while they are read. `kinds`: the same array each time. */
export function useTemplates(kinds: readonly CertificateKind[]): readonly OfferedTemplate[] {
  const { records } = useServices();
  const own = useLoaded(['certificateTemplate'], () => records.all('certificateTemplate'), []);
  return useMemo(
    () => (own ? templatesOf(own) : []).filter(({ content }) => kinds.includes(content.kind)),
    [own, kinds],
  );
}
