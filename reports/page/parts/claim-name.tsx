/** The id of a claim, which may break after its dots, its chapter quieter than the rest. */
import { visible } from '../state/visible';

export function ClaimName({ id }: { readonly id: string }) {
  const [chapter = '', ...rest] = visible(id).split('.');
  return (
    <span class="claim-name">
      <span class="prefix">{chapter}.</span>
      {rest.map((part, index) => (
        <span key={`${index}`}>
          <wbr />
          {part}
          {index < rest.length - 1 ? '.' : ''}
        </span>
      ))}
    </span>
  );
}
