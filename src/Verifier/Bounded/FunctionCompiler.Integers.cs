using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;
using static HpcVerify.Verifier.Bounded.IntegerOperations;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>How an operation on integers goes on where it cannot be computed at once, and the comparison it is noted as.</summary>
    private readonly record struct IntegerCode(int Unused, Combine General, BranchPoint? Point);

    /// <summary>
    /// Operations on integers are what loops and indices are made of, and their operands are nearly always known: then one
    /// closure reads both and computes. Null for operations that are not worth it.
    /// </summary>
    private Evaluate? OnIntegers(Value.Binary binary, Sort sort, IntegerCode code) => (binary.Operation, binary.Arithmetic) switch
    {
        (Operation.Add, Arithmetic.Signed) => Computed<SignedAdd>(binary, code),
        (Operation.Subtract, Arithmetic.Signed) => Computed<SignedSubtract>(binary, code),
        (Operation.Multiply, Arithmetic.Signed) => Computed<SignedMultiply>(binary, code),
        (Operation.Add, Arithmetic.Unsigned) => Computed<UnsignedAdd>(binary, code),
        (Operation.Subtract, Arithmetic.Unsigned) => Computed<UnsignedSubtract>(binary, code),
        (Operation.Multiply, Arithmetic.Unsigned) => Computed<UnsignedMultiply>(binary, code),
        (Operation.Less, Arithmetic.Signed) => Computed<SignedLess>(binary, code),
        (Operation.LessOrEqual, Arithmetic.Signed) => Computed<SignedLessOrEqual>(binary, code),
        (Operation.Greater, Arithmetic.Signed) => Computed<Swapped<SignedLess>>(binary, code),
        (Operation.GreaterOrEqual, Arithmetic.Signed) => Computed<Swapped<SignedLessOrEqual>>(binary, code),
        (Operation.Less, Arithmetic.Unsigned) => Computed<UnsignedLess>(binary, code),
        (Operation.LessOrEqual, Arithmetic.Unsigned) => Computed<UnsignedLessOrEqual>(binary, code),
        (Operation.Greater, Arithmetic.Unsigned) => Computed<Swapped<UnsignedLess>>(binary, code),
        (Operation.GreaterOrEqual, Arithmetic.Unsigned) => Computed<Swapped<UnsignedLessOrEqual>>(binary, code),
        (Operation.Equal, _) when !sort.IsFloating => Computed<Equal>(binary, code),
        (Operation.NotEqual, _) when !sort.IsFloating => Computed<NotEqual>(binary, code),
        _ => null,
    };

    private Evaluate Computed<T>(Value.Binary binary, IntegerCode code)
        where T : struct, IIntegerOperation => OperandOf(binary.Left) switch
        {
            RegisterOperand register => Computed<T, RegisterOperand>(register, binary.Right, code),
            var left => Computed<T, CodeOperand>(CodeOf(left, binary.Left), binary.Right, code),
        };

    private Evaluate Computed<T, TLeft>(TLeft left, Value right, IntegerCode code)
        where T : struct, IIntegerOperation
        where TLeft : struct, IScalarOperand => OperandOf(right) switch
        {
            RegisterOperand register => Computed<T, TLeft, RegisterOperand>(left, register, code),
            ConstantOperand constant => Computed<T, TLeft, ConstantOperand>(left, constant, code),
            var other => Computed<T, TLeft, CodeOperand>(left, CodeOf(other, right), code),
        };

    private static Evaluate Computed<T, TLeft, TRight>(TLeft left, TRight right, IntegerCode code)
        where T : struct, IIntegerOperation
        where TLeft : struct, IScalarOperand
        where TRight : struct, IScalarOperand
    {
        var (unused, general, point) = code;
        return point is null
            ? machine =>
            {
                var (a, b) = (left.Read(machine), right.Read(machine));
                return a.IsConcrete && b.IsConcrete && T.TryCompute(a.Bits, b.Bits, unused, out var bits)
                    ? Bounded.Scalar.Of(bits)
                    : general(machine, a, b);
            }
        : machine =>
            {
                var (a, b) = (left.Read(machine), right.Read(machine));
                return a.IsConcrete && b.IsConcrete && T.TryCompute(a.Bits, b.Bits, unused, out var bits)
                    ? Bounded.Scalar.Of(machine.Took(point, bits != 0) ? 1UL : 0)
                    : machine.Took(point, general(machine, a, b));
            };
    }

    private Evaluate OnFloats(Operator operation, Sort sort, Value.Binary binary) => (OperandOf(binary.Left), OperandOf(binary.Right)) switch
    {
        (RegisterOperand left, RegisterOperand right) => Floating(operation, sort, left, right),
        (RegisterOperand left, _) => Floating(operation, sort, left, new CodeOperand(Scalar(binary.Right))),
        (_, RegisterOperand right) => Floating(operation, sort, new CodeOperand(Scalar(binary.Left)), right),
        _ => Floating(operation, sort, new CodeOperand(Scalar(binary.Left)), new CodeOperand(Scalar(binary.Right))),
    };

    private static Evaluate Floating<TLeft, TRight>(Operator operation, Sort sort, TLeft left, TRight right)
        where TLeft : struct, IScalarOperand
        where TRight : struct, IScalarOperand =>
        machine => machine.Apply(operation, sort, sort, left.Read(machine), right.Read(machine));

    /// <summary>Wider integers, which every index goes through; null for other conversions.</summary>
    private Evaluate? Extended(Value.Convert conversion)
    {
        if (Layout.SortOf(conversion.Operand.Type) is not { } from || Layout.SortOf(conversion.Type) is not { } to)
        {
            return null;
        }

        return (conversion.Kind, OperandOf(conversion.Operand)) switch
        {
            (ConversionKind.SameWidth or ConversionKind.PointerCast, _) => Scalar(conversion.Operand),
            (ConversionKind.SignExtend, RegisterOperand register) => SignExtended(register, from, to),
            (ConversionKind.SignExtend, var other) => SignExtended(CodeOf(other, conversion.Operand), from, to),
            _ => null,
        };
    }

    private static Evaluate SignExtended<T>(T operand, Sort from, Sort to)
        where T : struct, IScalarOperand
    {
        var mask = to.Mask;
        return machine => operand.Read(machine) is var value && value.IsConcrete
            ? Bounded.Scalar.Of((ulong)from.Signed(value.Bits) & mask)
            : machine.Apply(Operator.SignExtend, from, to, value);
    }

    /// <summary>A known whole number, with its sign.</summary>
    private Func<Machine, long> Whole(Value value, TextSpan span)
    {
        if (Layout.SortOf(value.Type) is not { } sort)
        {
            return _ => throw Machine.Unsupported("index of this type", span);
        }

        var isSigned = Layout.IsSigned(value.Type);
        return OperandOf(value) switch
        {
            ConstantOperand { Value: var constant } => Constantly(Number(constant.Bits, sort, isSigned)),
            RegisterOperand register => Whole(register, sort, isSigned, span),
            _ => Whole(new CodeOperand(Scalar(value)), sort, isSigned, span),
        };
    }

    private static Func<Machine, long> Constantly(long number) => _ => number;

    private static long Number(ulong bits, Sort sort, bool isSigned) => isSigned ? sort.Signed(bits) : (long)bits;

    private static Func<Machine, long> Whole<T>(T operand, Sort sort, bool isSigned, TextSpan span)
        where T : struct, IScalarOperand => machine => operand.Read(machine) is { IsConcrete: true } known
            ? Number(known.Bits, sort, isSigned)
            : throw Machine.Unsupported("an index or size that depends on contents", span);

    /// <summary>What <see cref="WholeOrByContents"/> gives for a number that depends on contents; no object has such an element.</summary>
    private const long ByContents = long.MinValue;

    /// <summary>A whole number, with its sign, or that it depends on contents.</summary>
    private Func<Machine, long> WholeOrByContents(Value value, Sort sort)
    {
        var isSigned = Layout.IsSigned(value.Type);
        return OperandOf(value) switch
        {
            ConstantOperand { Value: var constant } => Constantly(Number(constant.Bits, sort, isSigned)),
            RegisterOperand register => WholeOrByContents(register, sort, isSigned),
            _ => WholeOrByContents(new CodeOperand(Scalar(value)), sort, isSigned),
        };
    }

    private static Func<Machine, long> WholeOrByContents<T>(T operand, Sort sort, bool isSigned)
        where T : struct, IScalarOperand => machine => operand.Read(machine) is { IsConcrete: true } known ? Number(known.Bits, sort, isSigned) : ByContents;

    private CodeOperand CodeOf(IScalarOperand? operand, Value value) => operand is ConstantOperand constant ? new(constant.Read) : new(Scalar(value));

    /// <summary>What is read without running code; null for anything else.</summary>
    private IScalarOperand? OperandOf(Value value) => Folded(value) is { } bits ? new ConstantOperand(Bounded.Scalar.Of(bits)) : value switch
    {
        Value.Lane { Vector: Value.Load { Place: Place.Named { Variable: var vector } place } } lane when SlotOf(vector, lane.Index) is { } slot =>
            new RegisterOperand(slot, vector.Name, place.Span),
        Value.Load { Place: Place.Lane { Vector: Place.Named { Variable: var vector } place } lane } when SlotOf(vector, lane.Index) is { } slot =>
            new RegisterOperand(slot, vector.Name, place.Span),
        Value.Load { Place: Place.Named { Variable: var variable } place } when _homes.Of(variable) is Home.Register { Lanes: 1 } home =>
            new RegisterOperand(home.Slot, variable.Name, place.Span),
        _ => null,
    };

    /// <summary>Where a lane of a vector lies that is known and there; null where one or the other is not.</summary>
    private int? SlotOf(Variable vector, Value lane) =>
        _homes.Of(vector) is Home.Register home && Folded(lane) is { } index && index < (ulong)home.Lanes ? home.Slot + (int)index : null;
}
