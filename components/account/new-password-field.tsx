import { limits } from '#lib/domain/limits.ts';
import { PasswordField } from '#components/ui/password-field.tsx';

interface NewPasswordFieldProps {
  readonly name: string;
  readonly label?: string;
  readonly error: string | undefined;
}

/** Where a password is chosen, as new-account.ts demands it. */
export function NewPasswordField({ name, label = 'Password', error }: NewPasswordFieldProps) {
  return (
    <PasswordField
      name={name}
      label={label}
      hint={`At least ${limits.passwordLeast} characters; a sentence is good.`}
      autoComplete="new-password"
      error={error}
    />
  );
}
