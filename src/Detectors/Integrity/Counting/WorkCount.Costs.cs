using System.Collections.Immutable;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

internal sealed partial class WorkCount
{
    private const int BitsInByte = 8;

    /// <summary>What computing a value takes, the calls in it included.</summary>
    private Work CostOf(Value value)
    {
        if (!_costs.TryGetValue(value, out var known))
        {
            _costs[value] = known = IsFixed(value) ? (OwnOfAll(value), null) : (0, value);
        }

        return known.Varying switch
        {
            null => new(Amount.Exactly(known.Fixed), Amount.None),
            Value.Select select => CostOf(select.Condition) + (Evaluate(select.Condition)?.Truth is { } truth
                ? CostOf(truth ? select.WhenTrue : select.WhenFalse)
                : Work.Either(CostOf(select.WhenTrue), CostOf(select.WhenFalse))),
            Value.PureCall call when _walk.FunctionOf(call.Target) is { } function => CostOf(call.Arguments) + Call(function, [.. call.Arguments.Select(Evaluate)]).Work,
            _ => CostOfParts(value) + new Work(Amount.Exactly(Own(value)), Amount.None),
        };
    }

    /// <summary>Whether nothing in a value is computed at some sizes and not at others.</summary>
    private bool IsFixed(Value value) =>
        !KernelWalk.DescendantsAndSelf(value).Any(node => node is Value.Select || (node is Value.PureCall call && _walk.IsDefinedHere(call.Target)));

    private double OwnOfAll(Value value) => KernelWalk.DescendantsAndSelf(value).OfType<Value>().Sum(Own);

    private Work CostOf(ImmutableArray<Value> values) => values.Aggregate(Work.None, (sum, value) => sum + CostOf(value));

    private Work CostOfParts(object node) =>
        KernelWalk.ChildrenOf(node).Aggregate(Work.None, (sum, child) => sum + (child is Value value ? CostOf(value) : CostOfParts(child)));

    /// <summary>The operations of one node on floating numbers that come from the inputs.</summary>
    private double Own(Value value) => value switch
    {
        Value.Binary { Operation: Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide } binary when IsMade(binary) => LanesOf(binary.Type),
        Value.PureCall call when IsMade(call) => Operations(call.Target, call.Type),
        _ => 0,
    };

    private bool IsMade(Value value) => LanesOf(value.Type) > 0 && _walk.Facts.TryGetValue(value, out var fact) && (fact.Sources.ContentsOf & _inputs) != 0;

    private static int LanesOf(CType type) => Precision.WidthInBits(type) == 0 ? 0 : type is CType.Vector vector ? vector.Lanes : 1;

    private static readonly string[] Fused = ["fmadd", "fmsub", "fnmadd", "fnmsub", "fma"];

    private static readonly string[] Single = ["_add_", "_sub_", "_mul_", "_div_", "_reduce_", "_hadd_", "_sqrt_"];

    /// <summary>The operations of an instruction, by its name and its result.</summary>
    private static double Operations(Symbol target, CType type)
    {
        var name = ForeignFunction.Plain(target.Name);
        return Fused.Any(part => name.Contains(part, StringComparison.Ordinal)) ? 2 * LanesOf(type)
            : Single.Any(part => name.Contains(part, StringComparison.Ordinal)) ? LanesOf(type)
            : 0;
    }

    private Work RunCall(KernelStatement.Call call)
    {
        var cost = CostOf(call.Arguments);
        if (_walk.FunctionOf(call.Target) is { } function)
        {
            var (work, result) = Call(function, [.. call.Arguments.Select(Evaluate)]);
            Leave(call.Result, result);
            return cost + work;
        }

        Leave(call.Result, ResultOf(call.Target, call.Arguments, call.Target.Type is CType.Function type ? type.Result : call.Target.Type));
        var operations = call.Arguments.Any(argument => _walk.Facts.TryGetValue(argument, out var fact) && (fact.Sources.ContentsOf & _inputs) != 0)
            && call.Result is { } made ? Operations(call.Target, made.Type) : 0;
        return cost + new Work(Amount.Exactly(operations), Amount.None) + Stored(call, call.Arguments);
    }

    private void Leave(Variable? variable, Known? value)
    {
        if (variable is not null)
        {
            CellsOf(variable).Write(new(CellsOf(variable), "", null), value);
        }
    }

    private Work Stored(KernelStatement.Evaluate statement, Value value) =>
        value is Value.PureCall call ? Stored(statement, call.Arguments) : Work.None;

    /// <summary>What a function of somebody else stores to an output: a vector, or as many bytes as its last argument says.</summary>
    private Work Stored(KernelStatement statement, ImmutableArray<Value> arguments) =>
        !_stores.Contains(statement) ? Work.None
        : arguments.Select(argument => argument.Type).OfType<CType.Vector>().Select(BytesOf).DefaultIfEmpty(0).Max() is > 0 and var width ? new(Amount.None, Amount.Exactly(width))
        : arguments.Length > 0 && Evaluate(arguments[^1]) is Known.Whole { Number: var bytes } ? new(Amount.None, Amount.Exactly(Math.Max(0, (double)bytes)))
        : new(Amount.None, new(0, double.PositiveInfinity));

    /// <summary>What a function that the file does not define returns; it may change what it is pointed to.</summary>
    private Known? ResultOf(Symbol target, ImmutableArray<Value> arguments, CType type)
    {
        var values = arguments.Select(Evaluate).ToList();
        if (_walk.FunctionOf(target) is { } function)
        {
            return Call(function, [.. values]).Result;
        }

        foreach (var pointed in values.OfType<Known.Address>())
        {
            pointed.Spot.Cells.Forget();
        }

        return ForeignFunction.Plain(target.Name) switch
        {
            "omp_get_thread_num" => new Known.Whole(_crew.Thread),
            "omp_get_num_threads" => new Known.Whole(_crew.Size),
            "omp_get_max_threads" or "omp_get_num_procs" => new Known.Whole(_team),
            "expect" when values.Count > 0 => values[0],
            _ => type is CType.Pointer ? new Known.Contents() : null,
        };
    }

    public static double BytesOf(CType type) => type switch
    {
        CType.Integer integer => integer.WidthInBits / BitsInByte,
        CType.Floating floating => floating.WidthInBits / BitsInByte,
        CType.Vector vector => vector.Lanes * BytesOf(vector.Element),
        CType.Complex complex => 2 * BytesOf(complex.Component),
        CType.Boolean => 1,
        _ => 0,
    };
}
