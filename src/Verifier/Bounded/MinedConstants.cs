using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A number that a kernel may depend on, and how it is written in reasons: <c>step 64</c>.</summary>
internal sealed record MinedConstant(long Number, string Text);

/// <summary>
/// The numbers a kernel is written with that may be sizes: steps, bounds, extents, lanes, chunks and cases. Those that
/// choose lanes, fill tables or are passed to models are not looked at.
/// </summary>
internal static class MinedConstants
{
    /// <summary>A shift by more makes no size.</summary>
    public const int LargestShift = 30;

    /// <summary>What a number is for; of several uses the first listed is named.</summary>
    private enum Use
    {
        Step,
        Extent,
        Lanes,
        Case,
        Constant,
        Range,
    }

    /// <summary>From 2 to <paramref name="largest"/>, in ascending order.</summary>
    public static ImmutableArray<MinedConstant> Of(Module kernel, int largest) =>
    [
        .. from found in Uses(kernel)
           where found.Number >= 2 && found.Number <= largest
           group found.Use by (long)found.Number into uses
           orderby uses.Key
           select new MinedConstant(uses.Key, string.Create(CultureInfo.InvariantCulture, $"{NameOf(uses.Min())} {uses.Key}")),
    ];

    private static string NameOf(Use use) => use switch
    {
        Use.Step => "step",
        Use.Extent => "extent",
        Use.Lanes => "lanes",
        Use.Case => "case",
        Use.Range => "range of a narrow integer",
        _ => "constant",
    };

    private static IEnumerable<(Use Use, BigInteger Number)> Uses(Module kernel)
    {
        var variables = kernel.Functions.SelectMany(function => function.Parameters).Concat(kernel.Globals.Select(global => global.Variable));
        var fields = kernel.Types.OfType<Declaration.Record>().SelectMany(record => record.Fields);
        var types = variables.Select(variable => variable.Type).Concat(fields.Select(field => field.Type));
        var roots = kernel.Functions.Select(function => function.Body).Concat<object?>(kernel.Globals.Select(global => global.Initial)).OfType<object>();
        return types.SelectMany(OfType).Concat(roots.SelectMany(root => Nodes(root, kernel)).SelectMany(OfNode));
    }

    /// <summary>The node and those in it, without the numbers that say nothing of sizes.</summary>
    private static IEnumerable<object> Nodes(object root, Module kernel)
    {
        var pending = new Stack<object>([root]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            var children = node is KernelStatement.Promised ? [] : KernelWalk.ChildrenOf(node);
            foreach (var child in children.Where(child => !(HoldsNoSizes(node, kernel) && ConstantIn(child) is not null)))
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Whether a number right in this node is no size as it stands: a mask, a lane, an entry of a table, a model's argument.</summary>
    private static bool HoldsNoSizes(object node, Module kernel) => node switch
    {
        Value.Binary binary => binary.Operation is Operation.BitwiseAnd or Operation.BitwiseOr or Operation.BitwiseXor
            or Operation.ShiftLeft or Operation.ShiftRight,
        Value.Unary unary => unary.Operation == UnaryOperation.BitwiseNot,
        KernelStatement.Call call => kernel.Function(call.Target.Name)?.Body is null,
        Value.Lane or Place.Lane or Value.Aggregate or Value.PureCall => true,
        _ => false,
    };

    private static IEnumerable<(Use Use, BigInteger Number)> OfNode(object node) => node switch
    {
        KernelStatement.Loop { Counted.Step: { } step } => Found(Use.Step, ConstantIn(step)),
        KernelStatement.Declare declare => OfType(declare.Variable.Type).Concat(declare.Extents.SelectMany(extent => Found(Use.Extent, ConstantIn(extent)))),
        SwitchCase choice => choice.Labels.SelectMany(label => new[] { label.Low, label.High }).Select(value => (Use.Case, new BigInteger(value))),
        Value.IntegerConstant constant => Found(Use.Constant, constant.Number),
        Value.Binary { Operation: Operation.BitwiseAnd } and => Found(Use.Constant, Period(and.Left)).Concat(Found(Use.Constant, Period(and.Right))),
        Value.Binary { Operation: Operation.ShiftLeft or Operation.ShiftRight } shift => Found(Use.Constant, PowerOfTwo(shift.Right)),
        Value.Binary { Operation: Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual or Operation.Equal or Operation.NotEqual } comparison =>
            Found(Use.Constant, Preimage.OfComparison(comparison)),
        Value.Unary { Operation: UnaryOperation.BitwiseNot } not => Found(Use.Constant, Period(not.Operand)),
        Value.Convert { Kind: ConversionKind.Truncate, Type: CType.Integer { WidthInBits: (8 or 16) and var width } } narrowed when Counts(narrowed.Operand, width) =>
            [(Use.Range, BigInteger.One << (width - 1)), (Use.Range, BigInteger.One << width)],
        Value value => OfType(value.Type),
        _ => [],
    };

    /// <summary>Whether a number is what a variable holds, or one of so many bits and a little more or less; masks are neither.</summary>
    private static bool Counts(Value value, int width) => value is Value.Load || (value is Value.Binary
    {
        Operation: Operation.Add or Operation.Subtract,
        Left: Value.Convert { Operand.Type: CType.Integer { WidthInBits: var from } },
    } && from == width);

    private static IEnumerable<(Use Use, BigInteger Number)> OfType(CType type) => type switch
    {
        CType.Vector vector => [(Use.Lanes, vector.Lanes)],
        CType.Pointer pointer => OfType(pointer.Pointee),
        CType.Array array => Found(Use.Extent, array.Count).Concat(OfType(array.Element)),
        CType.VariableArray array => OfType(array.Element),
        _ => [],
    };

    private static IEnumerable<(Use Use, BigInteger Number)> Found(Use use, BigInteger? number) =>
        number is { } value ? [(use, BigInteger.Abs(value))] : [];

    /// <summary>A number written in the program, through conversions; null for anything else.</summary>
    public static BigInteger? ConstantIn(object node) => node switch
    {
        Value.IntegerConstant constant => constant.Number,
        Value.Convert convert => ConstantIn(convert.Operand),
        _ => null,
    };

    /// <summary>The 64 of <c>n &amp; 63</c>, <c>n &amp; ~63</c> and <c>n &amp; -64</c>, whose type may have no sign; null for other masks.</summary>
    private static BigInteger? Period(Value mask)
    {
        if (ConstantIn(mask) is not { } number)
        {
            return null;
        }

        var isHigh = mask.Type is CType.Integer { IsSigned: false } type && number >> (type.WidthInBits - 1) == 1;
        var signed = isHigh ? number - (BigInteger.One << ((CType.Integer)mask.Type).WidthInBits) : number;
        var period = signed.Sign < 0 ? -signed : signed + 1;
        return period.IsPowerOfTwo ? period : null;
    }

    private static BigInteger? PowerOfTwo(Value exponent) =>
        ConstantIn(exponent) is { } bits && bits > 0 && bits <= LargestShift ? BigInteger.One << (int)bits : null;
}
