using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>
    /// A variable's private copy: made in a thread, which remembers what it replaces, and given up at the region's end. The
    /// last iteration's or a reduction's value goes to <c>owner</c>, the machine whose frame has the original.
    /// </summary>
    private sealed record PrivateCopy(Func<Machine, Scalar[]> Begin, Action<Machine, Machine, Scalar[], bool> End);

    private PrivateCopy[] PrivateCopies(ImmutableArray<DataSharing> sharing, TextSpan span) =>
        [.. sharing.Where(item => item.Sharing is not Sharing.Shared).Select(item => PrivateCopyOf(item, span))];

    private PrivateCopy PrivateCopyOf(DataSharing item, TextSpan span)
    {
        var variable = item.Variable;
        var reduction = item.Sharing is Sharing.Reduction reduced ? Reduction.Of(reduced.Operator, variable.Type, span) : null;
        var isModelled = item.Sharing switch
        {
            Sharing.Private or Sharing.FirstPrivate or Sharing.LastPrivate or Sharing.FirstLastPrivate => true,
            Sharing.Reduction => reduction is not null,
            _ => false,
        };
        return (isModelled, _homes.Of(variable)) switch
        {
            (true, Home.Register home) => InRegister(item.Sharing, home, reduction),
            (true, Home.Object home) => InMemory(item.Sharing, home, variable, reduction, span),
            _ => new(_ => throw Machine.Unsupported($"'{variable.Name}' as {item.Sharing.GetType().Name.ToLowerInvariant()}", span), (_, _, _, _) => { }),
        };
    }

    private static PrivateCopy InRegister(Sharing sharing, Home.Register home, Reduction? reduction) => new(
        machine =>
        {
            var slots = machine.Slots(home.Slot, home.Lanes);
            var before = slots.ToArray();
            if (sharing is not (Sharing.FirstPrivate or Sharing.FirstLastPrivate))
            {
                slots.Fill(reduction?.Identity ?? Bounded.Scalar.Indeterminate);
            }

            return before;
        },
        (machine, owner, before, isLast) =>
        {
            var after = machine.Slots(home.Slot, home.Lanes).ToArray();
            before.CopyTo(machine.Slots(home.Slot, home.Lanes));
            if (reduction is not null)
            {
                owner.Set(home.Slot, reduction.Combine(owner, owner.Slot(home.Slot), after[0]));
            }
            else if (isLast && sharing is Sharing.LastPrivate or Sharing.FirstLastPrivate)
            {
                after.CopyTo(owner.Slots(home.Slot, home.Lanes));
            }
        });

    private static PrivateCopy InMemory(Sharing sharing, Home.Object home, Variable variable, Reduction? reduction, TextSpan span)
    {
        var sort = Layout.SortOf(variable.Type);
        return new(
            machine =>
            {
                var before = machine.Slot(home.Slot);
                var original = machine.Memory[Address.FromBits(before.Bits).Object];
                var copy = machine.Allocate(original.Name, original.Size, original.Alignment);
                if (sharing is Sharing.FirstPrivate or Sharing.FirstLastPrivate)
                {
                    Bulk.Copy(machine, new(copy.Id, 0), new(original.Id, 0), original.Size, span);
                }

                if (reduction is not null)
                {
                    machine.Store(new(copy.Id, 0), sort!.Value, reduction.Identity, span);
                }

                machine.Set(home.Slot, Bounded.Scalar.Of(new Address(copy.Id, 0).Bits));
                return [before];
            },
            (machine, _, before, isLast) =>
            {
                var (original, copy) = (Address.FromBits(before[0].Bits), machine.AddressIn(home.Slot));
                machine.Set(home.Slot, before[0]);
                var guard = machine.Guard;
                machine.Guard = Guard.Combining;
                if (reduction is not null)
                {
                    var width = sort!.Value.Width / 8;
                    machine.Store(original, sort.Value, reduction.Combine(machine, machine.Load(original, width, span), machine.Load(copy, width, span)), span);
                }
                else if (isLast && sharing is Sharing.LastPrivate or Sharing.FirstLastPrivate)
                {
                    Bulk.Copy(machine, original, copy, machine.Memory[copy.Object].Size, span);
                }

                machine.Guard = guard;
                machine.Memory[copy.Object].IsLive = false;
            });
    }
}
