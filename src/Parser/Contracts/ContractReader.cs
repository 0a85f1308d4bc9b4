using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>Reads a contract function: a body of nothing but calls to the words that <c>hpcverify.h</c> declares.</summary>
public static class ContractReader
{
    private static readonly Rule Misused = new(
        "HV1201", Severity.Error, "Contract not understood", "{0}",
        "A contract is a C function whose body is a list of calls such as requires(n >= 0), readable(x, n) and writes(y, n). "
        + "Every pointer parameter needs readable, writes or updates; (void)alpha; says that nothing is promised of a parameter. "
        + "The words are declared in hpcverify.h.");

    public static Checked<Contract?> Read(SyntaxTree tree, string functionName)
    {
        if (tree.Definition(functionName) is not { Body: Statement.Compound body } function)
        {
            return new(null, [Misused.At(default, $"the file defines no function '{functionName}'")]);
        }

        var words = new Words(function);
        foreach (var statement in body.Statements)
        {
            words.Take(statement);
        }

        return words.Finish();
    }

    /// <summary>The contract so far, while its words are taken one by one.</summary>
    private sealed class Words(Declaration.Function function)
    {
        private readonly ImmutableArray<Expression>.Builder _preconditions = ImmutableArray.CreateBuilder<Expression>();
        private readonly List<BufferContract> _buffers = [];
        private readonly ImmutableArray<(Symbol, Symbol)>.Builder _disjoint = ImmutableArray.CreateBuilder<(Symbol, Symbol)>();
        private readonly ImmutableArray<RangeContract>.Builder _ranges = ImmutableArray.CreateBuilder<RangeContract>();
        private readonly ImmutableArray<(Symbol, Expression)>.Builder _monotone = ImmutableArray.CreateBuilder<(Symbol, Expression)>();
        private readonly Dictionary<Symbol, int> _alignments = [];
        private readonly HashSet<Symbol> _zeroed = [];
        private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        private Expression? _team;
        private Expression? _tolerance;

        public void Take(Statement statement)
        {
            if (statement is Statement.Evaluate { Expression: Expression.Cast { Type: CType.Void, Operand: Expression.Reference } })
            {
                // (void)alpha; says of a parameter that nothing is promised.
                return;
            }

            if (statement is not Statement.Evaluate { Expression: Expression.Call { Target: { } word } call })
            {
                Complain(statement.Span, "a contract consists of calls to contract words");
                return;
            }

            switch (word.Name, call.Arguments)
            {
                case ("requires", [var condition]):
                    _preconditions.Add(condition);
                    break;
                case ("readable", [var pointer, var count]):
                    AddBuffer(pointer, BufferAccess.Read, count);
                    break;
                case ("writes", [var pointer, var count]):
                    AddBuffer(pointer, BufferAccess.Write, count);
                    break;
                case ("updates" or "reads_writes", [var pointer, var count]):
                    AddBuffer(pointer, BufferAccess.Update, count);
                    break;
                case ("disjoint", [var left, var right]) when PointerOf(left) is { } first && PointerOf(right) is { } second:
                    _disjoint.Add((first, second));
                    break;
                case ("aligned", [var pointer, var bytes]) when PointerOf(pointer) is { } symbol && ConstantOf(bytes) is { } alignment:
                    _alignments[symbol] = (int)alignment;
                    break;
                case ("zeroed", [var pointer]) when PointerOf(pointer) is { } symbol:
                    _zeroed.Add(symbol);
                    break;
                case ("team", [var threads]):
                    _team = threads;
                    break;
                case ("tolerance", [var units]):
                    _tolerance = units;
                    break;
                case ("in_range", [var pointer, var count, var low, var high]) when PointerOf(pointer) is { } symbol:
                    _ranges.Add(new(symbol, count, AsWritten(low), AsWritten(high)));
                    break;
                case ("monotone", [var pointer, var count]) when PointerOf(pointer) is { } symbol:
                    _monotone.Add((symbol, count));
                    break;
                default:
                    Complain(call.Span, $"'{word.Name}' is no contract word with these arguments");
                    break;
            }
        }

        public Checked<Contract?> Finish()
        {
            foreach (var parameter in function.Parameters.Where(parameter => parameter.Type is CType.Pointer))
            {
                if (!_buffers.Any(buffer => buffer.Pointer == parameter))
                {
                    Complain(function.NameSpan, $"the contract says nothing of the extent of '{parameter.Name}'");
                }
            }

            var contract = new Contract(
                function.Parameters,
                _preconditions.ToImmutable(),
                [.. _buffers.Select(Complete)],
                _disjoint.ToImmutable(),
                _ranges.ToImmutable(),
                _monotone.ToImmutable(),
                _team,
                _tolerance);
            return new(_diagnostics.Count == 0 ? contract : null, _diagnostics.ToImmutable());
        }

        private BufferContract Complete(BufferContract buffer) => buffer with
        {
            AlignmentInBytes = _alignments.GetValueOrDefault(buffer.Pointer, buffer.AlignmentInBytes),
            IsZeroed = _zeroed.Contains(buffer.Pointer),
        };

        private void AddBuffer(Expression pointer, BufferAccess access, Expression count)
        {
            if (PointerOf(pointer) is not { Type: CType.Pointer { Pointee: CType.Floating or CType.Integer } type } symbol)
            {
                Complain(pointer.Span, "a buffer is a parameter that points to a number");
            }
            else
            {
                _buffers.Add(new(symbol, access, count, type.Pointee.Unqualified, ElementSize.InBytes(type.Pointee), false));
            }
        }

        private Symbol? PointerOf(Expression expression) => expression switch
        {
            Expression.Cast cast => PointerOf(cast.Operand),
            Expression.Reference reference when function.Parameters.Contains(reference.Symbol) => reference.Symbol,
            _ => null,
        };

        /// <summary>Without the conversion to the word's parameter type, so that a bound of integers stays one.</summary>
        private static Expression AsWritten(Expression bound) => bound is Expression.Cast { IsImplicit: true } cast ? cast.Operand : bound;

        private static BigInteger? ConstantOf(Expression expression) => ContractArithmetic.Integer(expression, NoSizes);

        private void Complain(TextSpan span, string message) => _diagnostics.Add(Misused.At(span, message));
    }

    private static readonly Sizes NoSizes = Sizes.Of([]);
}

/// <summary>Sizes of number types in memory.</summary>
public static class ElementSize
{
    private const int BitsPerByte = 8;

    /// <summary>The bytes of one element; 1 for a type without a size of its own.</summary>
    public static int InBytes(CType type) => type switch
    {
        CType.Integer integer => integer.WidthInBits / BitsPerByte,
        CType.Floating floating => floating.WidthInBits / BitsPerByte,
        _ => 1,
    };
}
