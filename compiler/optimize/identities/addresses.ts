// Identities of addresses: offsets are added up.
import { isizeConstant } from '../../graph/constants.ts';
import { ADDRESS } from '../../program/types.ts';
import { firstOf, integerOf, type Identities, type Identity } from './identity.ts';

const addNothing: Identity = ({ args }) => (integerOf(args[1]) === 0n ? (args[0] ?? null) : null);

const addTwice: Identity = ({ args: [address, offset] }, { definition, make }) => {
  const inner = address && definition(address);
  const [by, more] = [integerOf(offset), integerOf(inner?.args[1])];
  const base = inner?.name === 'adr_add' ? inner.args[0] : undefined;
  if (!base || by === undefined || more === undefined) return null;
  return make('adr_add', [base, isizeConstant(by + more)], ADDRESS);
};

export const ADDRESSES: Identities = { adr_add: firstOf(addNothing, addTwice) };
