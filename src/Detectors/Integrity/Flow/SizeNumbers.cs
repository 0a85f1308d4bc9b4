using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>
/// The values of expressions for given sizes. Only what the sizes alone decide has one: variables that are set once, and
/// parameters of functions that every call passes the same. Numbers are real, because no wrapping is at stake here.
/// </summary>
internal sealed class SizeNumbers(FlowWalk walk, KernelFunction entry)
{
    /// <summary>Kernels derive their block counts in a few steps; this only stops variables that are made of themselves.</summary>
    private const int MostSteps = 12;

    /// <summary>The value; null where the sizes do not decide it, and a truth value where one operand decides.</summary>
    public double? Of(Value value, IReadOnlyDictionary<Variable, double> sizes) => Of(value, sizes, MostSteps);

    /// <summary>The integer parameters of the entry point that a value is computed from, through variables of the kernel, too.</summary>
    public IEnumerable<Variable> SizesIn(Value value)
    {
        var pending = new Stack<Value>([value]);
        var seen = new HashSet<Variable>();
        while (pending.TryPop(out var next))
        {
            foreach (var returned in KernelWalk.DescendantsAndSelf(next).OfType<Value.PureCall>().Select(Returned).OfType<Value>())
            {
                pending.Push(returned);
            }

            foreach (var named in KernelWalk.DescendantsAndSelf(next).OfType<Place.Named>().Where(named => seen.Add(named.Variable)))
            {
                if (IsSize(named.Variable))
                {
                    yield return named.Variable;
                }
                else if (OnlyDefinitionOf(named.Variable) is { } definition)
                {
                    pending.Push(definition);
                }
            }
        }
    }

    /// <summary>An integer that the caller passes and the kernel does not change, but for numbers it puts in its place.</summary>
    public bool IsSize(Variable variable) =>
        variable.Type is CType.Integer && entry.Parameters.Contains(variable)
        && walk.Definitions.GetValueOrDefault(variable, []).All(definition => ConstantNumber.Of(definition) is not null);

    /// <summary>The one value a number of the kernel is ever set to; null for all others.</summary>
    public Value? OnlyDefinitionOf(Variable variable) =>
        variable is { Storage: StorageKind.Automatic, Type: CType.Integer or CType.Floating or CType.Boolean } && !entry.Parameters.Contains(variable)
            && walk.Definitions.GetValueOrDefault(variable) is [{ } first, .. var others] && others.All(first.Equals)
            ? first
            : null;

    /// <summary>What a function of the file that does nothing else returns; its parameters stand for what is passed.</summary>
    public Value? Returned(Value.PureCall call) =>
        walk.FunctionOf(call.Target)?.Body?.Statements is [KernelStatement.Return { Value: { } returned }] ? returned : null;

    private double? Of(Value value, IReadOnlyDictionary<Variable, double> sizes, int steps) => value switch
    {
        _ when steps == 0 => null,
        Value.IntegerConstant constant => (double)constant.Number,
        Value.FloatingConstant constant => constant.Number,
        Value.SizeOf size => size.Bytes,
        Value.Load { Place: Place.Named { Variable: var variable } } => sizes.TryGetValue(variable, out var size) && IsSize(variable) ? size
            : OnlyDefinitionOf(variable) is { } definition ? Of(definition, sizes, steps - 1) : null,
        Value.Convert { Kind: ConversionKind.ToBoolean } convert => Of(convert.Operand, sizes, steps) is { } number ? Truth(number != 0) : null,
        Value.Convert { Kind: ConversionKind.FloatingToInteger } convert => Of(convert.Operand, sizes, steps) is { } number ? Math.Truncate(number) : null,
        Value.Convert { Kind: not (ConversionKind.PointerToInteger or ConversionKind.IntegerToPointer or ConversionKind.PointerCast or ConversionKind.NullPointer or ConversionKind.BitCast) } convert => Of(convert.Operand, sizes, steps),
        Value.PureCall call => Returned(call) is { } returned ? Of(returned, sizes, steps - 1) : null,
        Value.Unary unary => Of(unary.Operand, sizes, steps) is { } number ? Unary(unary.Operation, number) : null,
        Value.And and => Both(Of(and.Left, sizes, steps), Of(and.Right, sizes, steps)),
        Value.Or or => Either(Of(or.Left, sizes, steps), Of(or.Right, sizes, steps)),
        Value.Select select => Of(select.Condition, sizes, steps) is { } condition ? Of(condition == 0 ? select.WhenFalse : select.WhenTrue, sizes, steps) : null,
        Value.Binary binary => Of(binary.Left, sizes, steps) is { } left && Of(binary.Right, sizes, steps) is { } right ? Binary(binary, left, right) : null,
        _ => null,
    };

    private static double? Both(double? left, double? right) => left == 0 || right == 0 ? 0 : left is null || right is null ? null : 1;

    private static double? Either(double? left, double? right) => left is not (null or 0) || right is not (null or 0) ? 1 : left is null || right is null ? null : 0;

    private static double? Unary(UnaryOperation operation, double number) => operation switch
    {
        UnaryOperation.Negate => -number,
        UnaryOperation.LogicalNot => Truth(number == 0),
        _ => null,
    };

    private static double? Binary(Value.Binary binary, double left, double right) => binary.Operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        Operation.Divide when right != 0 => binary.Arithmetic == Arithmetic.Floating ? left / right : Math.Truncate(left / right),
        Operation.Remainder when right != 0 => left % right,
        Operation.ShiftLeft => left * Math.Pow(2, right),
        Operation.ShiftRight => Math.Floor(left / Math.Pow(2, right)),
        Operation.BitwiseAnd when IsWord(left) && IsWord(right) => (long)left & (long)right,
        Operation.BitwiseOr when IsWord(left) && IsWord(right) => (long)left | (long)right,
        Operation.BitwiseXor when IsWord(left) && IsWord(right) => (long)left ^ (long)right,
        Operation.Less => Truth(left < right),
        Operation.LessOrEqual => Truth(left <= right),
        Operation.Greater => Truth(left > right),
        Operation.GreaterOrEqual => Truth(left >= right),
        Operation.Equal => Truth(left == right),
        Operation.NotEqual => Truth(left != right),
        _ => null,
    };

    private static bool IsWord(double number) => Math.Abs(number) < long.MaxValue;

    private static double Truth(bool claim) => claim ? 1 : 0;
}
