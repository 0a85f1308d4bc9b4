using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>Something the kernel swears to the compiler, which then relies on it.</summary>
public sealed class PromisesToTheCompiler : Detector
{
    private static readonly Rule Found = new(
        "HV7103", Severity.Info, "Promise to the compiler", "{0} is a promise that has to be proved",
        "The compiler believes a promise without looking, so a false one is undefined behaviour. The kernel is scored all the same; the "
        + "promise becomes an obligation of the proof, or makes its claim unsupported. An alignment of a parameter that the contract promises, too, is no finding.");

    private static readonly NameSet Attributes = NameSet.Of(
        """
        pure const malloc noreturn nonnull returns_nonnull assume_aligned alloc_size alloc_align leaf access assume unsequenced
        reproducible null_terminated_string_arg
        """);

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
    {
        var kept = KeptByCallers(tree, context).ToHashSet();
        return WrittenAttribute.In(tree, Attributes).Select(attribute => Found.At(attribute.Span, $"attribute '{attribute.Name}'"))
            .Concat(WrittenPragma.In(tree).Where(pragma => pragma.Is("GCC", "ivdep")).Select(pragma => Found.At(pragma.Span, "pragma 'GCC ivdep'")))
            .Concat(ForeignFunction.In(tree, context, FunctionFamilies.Promises)
                .Where(function => function.Symbol.Name.StartsWith("__builtin_", StringComparison.Ordinal) && !kept.Contains(function.Span))
                .Select(function => Found.At(function.Span, $"'{function.Symbol.Name}'")));
    }

    /// <summary>Where a parameter that nothing in the entry point sets is said to be as aligned as the contract has it.</summary>
    private static IEnumerable<TextSpan> KeptByCallers(SyntaxTree tree, DetectionContext context)
    {
        var contract = context.Contract ?? context.Specification?.Task.Contract;
        return tree.Definition(context.EntryPoint) is not { } entry || contract is null || entry.Parameters.Length != contract.Parameters.Length ? [] :
            from call in entry.All<Expression.Call>()
            where call.Target?.Name == "__builtin_assume_aligned" && call.Arguments.Length == 2
            let parameter = entry.Parameters.IndexOf((Unconverted(call.Arguments[0]) as Expression.Reference)?.Symbol!)
            let bytes = (Unconverted(call.Arguments[1]) as Expression.IntegerLiteral)?.Value
            where parameter >= 0 && bytes > 0 && !entry.All<Expression.Assignment>().Any(assignment => IsTo(assignment.Target, entry.Parameters[parameter])) && !entry.All<Expression.Unary>().Any(unary => unary.Operator is not UnaryOperator.Dereference && IsTo(unary.Operand, entry.Parameters[parameter]))
            where contract.Buffers.Any(buffer => buffer.Pointer == contract.Parameters[parameter] && buffer.AlignmentInBytes % bytes == 0)
            select call.Callee.Span;
    }

    private static bool IsTo(Expression target, Symbol parameter) => Unconverted(target) is Expression.Reference reference && reference.Symbol == parameter;

    private static Expression Unconverted(Expression expression) => expression is Expression.Cast cast ? Unconverted(cast.Operand) : expression;
}
