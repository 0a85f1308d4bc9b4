using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How a statement passes control on.</summary>
internal enum Signal
{
    Next,
    Break,
    Continue,
    Return,
    Goto,
}

/// <summary>Compiled code for a scalar value.</summary>
internal delegate Scalar Evaluate(Machine machine);

/// <summary>Compiled code for a vector: its lanes go to slots of the frame, from the given one on.</summary>
internal delegate void EvaluateLanes(Machine machine, int target);

/// <summary>Compiled code for a place in memory.</summary>
internal delegate Address Locate(Machine machine);

/// <summary>Compiled code for a statement.</summary>
internal delegate Signal Execute(Machine machine);

/// <summary>A condition on the inputs under which a run would be undefined, unless it cannot hold.</summary>
internal sealed record Obligation(Term MustHold, Violation Kind, string What, TextSpan Span);

/// <summary>The state of one thread of a run: its stack of scalars, and what all threads share.</summary>
internal sealed class Machine(TermBuilder terms, Memory memory, long steps)
{
    private const int MaximumStack = 1 << 24;
    private const int MaximumDepth = 2_000;

    private readonly long _granted = steps;
    private long _left = steps;
    private int _depth;

    public Scalar[] Stack { get; private set; } = new Scalar[1 << 12];

    /// <summary>Where the frame of the running function begins.</summary>
    public int Base { get; private set; }

    public TermBuilder Terms => terms;

    public Memory Memory => memory;

    /// <summary>What the function that returned last has returned, lane by lane.</summary>
    public Scalar[] Result { get; } = new Scalar[64];

    public string GotoTarget { get; set; } = "";

    /// <summary>Where each global lies, by its number in the module.</summary>
    public Address[] Globals { get; init; } = [];

    /// <summary>What has to hold for the run to be defined, but depends on contents.</summary>
    public List<Obligation> Obligations { get; } = [];

    public long StepsTaken => _granted - _left;

    public ref Scalar Slot(int index) => ref Stack[Base + index];

    public Span<Scalar> Slots(int index, int count) => Stack.AsSpan(Base + index, count);

    public Address AddressIn(int slot) => Address.FromBits(Stack[Base + slot].Bits);

    public void Step(TextSpan span)
    {
        if (--_left < 0)
        {
            throw new RunEnded(new RunOutcome.OutOfSteps(_granted));
        }
    }

    /// <summary>Runs a body in a frame of its own behind the caller's.</summary>
    public void Call(FunctionCode callee, int callerFrame, TextSpan span)
    {
        Step(span);
        if (++_depth > MaximumDepth)
        {
            throw new RunEnded(new RunOutcome.Unsupported("recursion deeper than 2000 calls", span));
        }

        var outer = Base;
        Base += callerFrame;
        callee.Body(this);
        Base = outer;
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

    public Scalar Apply(Operator operation, Sort sort, Sort result, Scalar first, Scalar second = default, Scalar third = default)
    {
        var row = OperatorTable.Of(operation);
        return Scalar.Of(
            terms.Apply(
                operation, result, first.ToTerm(terms, sort), row.Arity > 1 ? second.ToTerm(terms, sort) : default,
                row.Arity > 2 ? third.ToTerm(terms, sort) : default),
            terms.Store);
    }

    /// <summary>Whether a scalar is not zero: known, or as a condition.</summary>
    public Scalar Truth(Scalar value, Sort sort)
    {
        if (value.IsConcrete)
        {
            return Scalar.Of(sort.IsFloating ? (value.Bits << (64 - sort.Width) << 1) != 0 : value.Bits != 0);
        }

        var zero = terms.Constant(sort, 0);
        return Scalar.Of(terms.Not(terms.Apply(sort.IsFloating ? Operator.FloatEqual : Operator.Equal, value.Term, zero)), terms.Store);
    }

    public static RunEnded Stop(Violation kind, string what, TextSpan span) => new(new RunOutcome.Violated(kind, what, span));

    public static RunEnded Unsupported(string construct, TextSpan span) => new(new RunOutcome.Unsupported(construct, span));
}

/// <summary>A function ready to run.</summary>
internal sealed class FunctionCode
{
    /// <summary>Slots of a frame, temporaries included.</summary>
    public int FrameSize { get; set; }

    /// <summary>Slots of the parameters, in order, as many as each has lanes.</summary>
    public int[] ParameterSlots { get; set; } = [];

    public Execute Body { get; set; } = _ => Signal.Next;
}
