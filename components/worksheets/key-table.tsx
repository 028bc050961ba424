import { SHORTCUTS } from './shortcut-keys.ts';

/** Every key of a worksheet, and what it does. */
export function KeyTable() {
  return (
    <table className="w-full border-collapse">
      <tbody>
        {SHORTCUTS.map(({ action, keys, does }) => (
          <tr key={action} className="border-b border-hairline last:border-b-0">
            <th scope="row" className="w-36 py-1 text-left font-code text-t-1 font-normal">
              {keys}
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
