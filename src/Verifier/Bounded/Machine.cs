using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The state of one thread of a run: its stack of scalars, where it is, and under which condition.</summary>
internal sealed partial class Machine(RunState run)
{
    private const int MaximumStack = 1 << 24;
    private const int MaximumDepth = 2_000;

    private int _depth;

    public Scalar[] Stack { get; private set; } = new Scalar[1 << 8];

    /// <summary>Where the frame of the running function begins.</summary>
    public int Base { get; private set; }

    public RunState Run => run;

    public TermBuilder Terms => run.Terms;

    public Memory Memory => run.Memory;

    public Dictionary<int, Address> Globals => run.Globals;

    /// <summary>What the function that returned last has returned, lane by lane.</summary>
    public Scalar[] Result { get; } = new Scalar[64];

    /// <summary>The lane of a vector that is at work; null outside of vectors.</summary>
    public int? Lane { get; set; }

    public string GotoTarget { get; set; } = "";

    public Scalar Slot(int index) => Stack[Base + index];

    /// <summary>A method, not a place: a value may call something, and that may move the stack, before it is stored.</summary>
    public void Set(int index, Scalar value) => Stack[Base + index] = value;

    /// <summary>Slots of the frame until the next call, which may move the stack.</summary>
    public Span<Scalar> Slots(int index, int count) => Stack.AsSpan(Base + index, count);

    /// <summary>The frames of all functions that run, up to the end of the running one's.</summary>
    public ReadOnlySpan<Scalar> ActiveSlots(int frame) => Stack.AsSpan(0, Base + frame);

    public Address AddressIn(int slot) => Address.FromBits(Stack[Base + slot].Bits);

    public void Step(TextSpan span) => run.Step(span);

    /// <summary>The call in the kernel's own text that the run is inside of.</summary>
    public TextSpan CallSite { get; private set; }

    /// <summary>Bytes of the automatic objects that live now.</summary>
    public long StackBytes { get; set; }

    /// <summary>Runs a body in a frame of its own behind the caller's.</summary>
    public void Call(FunctionCode callee, int callerFrame, TextSpan span)
    {
        Step(span);
        if (++_depth > MaximumDepth)
        {
            throw new RunEnded(new RunOutcome.Unsupported("recursion deeper than 2000 calls", span));
        }

        var (outer, site) = (Base, CallSite);
        Base += callerFrame;
        CallSite = span == default ? site : span;
        var start = Base;
        try
        {
            if (callee.Body(this) == Signal.Split)
            {
                // Every way ends here, whether at a 'return' or at the end of the body.
                Branching.Rename(this, callee, _ => Signal.Return);
            }
        }
        catch (RunEnded ended) when (ended.IsCaughtIn(this, callee, start))
        {
            throw;
        }

        (Base, CallSite) = (outer, site);
        _depth--;
    }

    /// <summary>Slots behind the running frame, all indeterminate, for a call to put its arguments into.</summary>
    public Span<Scalar> NewFrame(int callerFrame, int size)
    {
        var start = Base + callerFrame;
        if (start + size > Stack.Length)
        {
            if (start + size > MaximumStack)
            {
                throw new RunEnded(new RunOutcome.Unsupported("stack larger than the model's", default));
            }

            var larger = new Scalar[Math.Max(2 * Stack.Length, start + size)];
            Stack.CopyTo(larger, 0);
            Stack = larger;
        }

        var frame = Stack.AsSpan(start, size);
        frame.Fill(Scalar.Indeterminate);
        return frame;
    }

    public Scalar Load(Address address, int width, TextSpan span)
    {
        Note(address, width, isWrite: false, span);
        return Memory.Load(address, width, span);
    }

    public Scalar LoadRaw(Address address, int width, TextSpan span)
    {
        Note(address, width, isWrite: false, span);
        return Memory.LoadRaw(address, width, span);
    }

    public void Store(Address address, Sort sort, Scalar value, TextSpan span)
    {
        var width = sort.Width / 8;
        var target = Memory.ReachToWrite(address, width, span);
        Note(address, width, isWrite: true, span);
        if (Journal is { } journal)
        {
            var before = target.Whole(address.Offset, width) ?? throw Unsupported("a store to parts of values that depends on contents", span);
            journal.Stores.Add((target, address.Offset, sort, before));
        }

        if (!target.Store(address.Offset, width, value))
        {
            throw Unsupported("store to a part of a symbolic value", span);
        }

        Run.Options.Watch?.Note(target, address.Offset, width, span);
    }

    public Scalar Apply(Operator operation, Sort sort, Sort result, Scalar first, Scalar second = default, Scalar third = default)
    {
        var row = OperatorTable.Of(operation);
        if (first.IsConcrete && (row.Arity < 2 || second.IsConcrete) && (row.Arity < 3 || third.IsConcrete)
            && row.Evaluate(new(Bits(first, sort), Bits(second, sort), Bits(third, sort), sort, result)) is { } known)
        {
            return Scalar.Of(known & result.Mask);
        }

        return Scalar.Of(
            Terms.Apply(
                operation, result, first.ToTerm(Terms, sort), row.Arity > 1 ? second.ToTerm(Terms, sort) : default,
                row.Arity > 2 ? third.ToTerm(Terms, sort) : default),
            Terms.Store);
    }

    /// <summary>The bits of a value that is known, with the one NaN for all NaNs.</summary>
    private static ulong Bits(Scalar value, Sort sort) => sort.IsFloating ? FloatBits.Canonical(value.Bits, sort) : value.Bits;

    /// <summary>
    /// What lies first: less than zero, zero or more. C17 6.5.8p5 leaves the order of different objects undefined; kernels that
    /// look whether buffers overlap rely on that of their addresses.
    /// </summary>
    public long Order(Address first, Address second, TextSpan span)
    {
        if (Memory.AreInOneObject(first, second))
        {
            return first.Offset - second.Offset;
        }

        if (first.IsNull || second.IsNull || !Memory[first.Object].IsArgument || !Memory[second.Object].IsArgument)
        {
            throw Unsupported("order of pointers to different objects", span);
        }

        Run.HasOpenPlacement = true;
        var order = Memory[first.Object].Id - Memory[second.Object].Id;
        return Run.Options.IsPlacedBackwards ? -order : order;
    }

    /// <summary>Whether a scalar is not zero: known, or as a condition.</summary>
    public Scalar Truth(Scalar value, Sort sort)
    {
        if (value.IsConcrete)
        {
            return Scalar.Of(sort.IsFloating ? (value.Bits << (64 - sort.Width) << 1) != 0 : value.Bits != 0);
        }

        var zero = Terms.Constant(sort, 0);
        return Scalar.Of(Terms.Not(Terms.Apply(sort.IsFloating ? Operator.FloatEqual : Operator.Equal, value.Term, zero)), Terms.Store);
    }

    public static RunEnded Stop(Violation kind, string what, TextSpan span) => new(new RunOutcome.Violated(kind, what, span));

    /// <summary>Something is read that holds nothing, or does for some contents.</summary>
    public static RunEnded Missing(Scalar value, string what, TextSpan span) => value.IsMixed
        ? Unsupported($"reading {what}, which is stored to for some contents only,", span)
        : Stop(Violation.Indeterminate, $"{what} is read before anything is stored there", span);

    public static RunEnded Unsupported(string construct, TextSpan span) => new(new RunOutcome.Unsupported(construct, span));
}
