using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Who reached what in an object that two parameters lead into, one of which is <c>restrict</c>: what is changed may be reached
/// through one of them only (C17 6.7.3.1p4). A pointer is based on the parameter whose number it carries.
/// </summary>
internal sealed class RestrictTracker(MemoryObject shared, int guestNumber, string host, string guest)
{
    [Flags]
    private enum Use : byte
    {
        None = 0,
        ByHost = 1,
        ByGuest = 2,
        Changed = 4,
        Conditional = 8,
        Broken = ByHost | ByGuest | Changed,
    }

    private readonly Use[] _uses = new Use[shared.Size];

    public void Note(Address address, int width, bool isWrite, bool isConditional, TextSpan span)
    {
        if (address.Object != shared.Id && address.Object != guestNumber)
        {
            return;
        }

        var use = (address.Object == guestNumber ? Use.ByGuest : Use.ByHost) | (isWrite ? Use.Changed : Use.None) | (isConditional ? Use.Conditional : Use.None);
        for (var at = Math.Max(0, address.Offset); at < Math.Min(shared.Size, address.Offset + width); at++)
        {
            _uses[at] |= use;
            if ((_uses[at] & Use.Broken) == Use.Broken)
            {
                throw Broken(at, span);
            }
        }
    }

    private RunEnded Broken(long at, TextSpan span)
    {
        var what = FormattableString.Invariant($"byte {at} of '{shared.Name}' is changed, and reached through '{host}' and '{guest}', of which one is restrict");
        return _uses[at].HasFlag(Use.Conditional)
            ? Machine.Unsupported($"{what}, for some contents only,", span)
            : Machine.Stop(Violation.BrokenPromise, what, span);
    }
}
