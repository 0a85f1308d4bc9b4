using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary>Whether a call becomes a statement of its own, with a place for its result.</summary>
    private bool IsStatementCall(Expression.Call call) =>
        call.Target is { } target && _scope.Calls.Of(target) != CallEffect.None && !IsPromise(target.Name);

    private static bool IsPromise(string name) =>
        name is "__builtin_unreachable" or "__builtin_assume_aligned" or "__builtin_expect" or "__builtin_assume";

    /// <summary>
    /// <code>x = y + f(a);      ⟶      t0 = f(a);   x = y + t0;</code>
    /// Calls that depend on their arguments alone stay in the value.
    /// </summary>
    private Value CallValue(Expression.Call call)
    {
        if (call.Target is not { } target)
        {
            return UnsupportedValue(call, "call through a pointer");
        }

        if (IsPromise(target.Name))
        {
            return PromiseValue(call, target.Name);
        }

        if (_scope.Calls.Of(target) == CallEffect.None)
        {
            return new Value.PureCall(target, ArgumentsOf(call), call.Type.Unqualified, call.Span);
        }

        if (call.Type is CType.Void)
        {
            EmitCall(call, null);
            return Constant(0, Int, call);
        }

        var result = NewTemporary(call.Type);
        var arguments = ArgumentsOf(call);
        Emit(new KernelStatement.Declare(result, [], null, call.Span));
        Emit(new KernelStatement.Call(result, target, arguments, call.Span));
        return LoadOf(result, call.Span);
    }

    private void LowerCall(Expression.Call call)
    {
        if (IsStatementCall(call))
        {
            EmitCall(call, null);
        }
        else
        {
            EmitEvaluation(CallValue(call));
        }
    }

    private void EmitCall(Expression.Call call, Variable? result) =>
        Emit(new KernelStatement.Call(result, call.Target!, ArgumentsOf(call), call.Span));

    private ImmutableArray<Value> ArgumentsOf(Expression.Call call) =>
        [.. call.Arguments.Select((argument, index) => ArgumentOf(argument, ParameterType(call, index)))];

    private static CType? ParameterType(Expression.Call call, int index) =>
        call.Target?.Type is CType.Function function ? function.Parameters.ElementAtOrDefault(index) : null;

    /// <summary>A function takes variable-length arrays by their first number; see <see cref="ParameterOf"/>.</summary>
    private Value ArgumentOf(Expression argument, CType? type)
    {
        if (type is not CType.Pointer pointer || !HasVariableExtent(pointer))
        {
            return ValueOf(argument);
        }

        var given = argument is Expression.Cast { IsImplicit: true } cast && !HasVariableExtent(cast.Operand.Type) ? cast.Operand : argument;
        return Converted(ValueOf(given), ElementPointer(pointer), argument);
    }

    private Value PromiseValue(Expression.Call call, string name)
    {
        var arguments = ArgumentsOf(call);
        switch (name)
        {
            case "__builtin_unreachable":
                EmitPromise(new(PromiseKind.Unreachable, name, arguments, call.Span));
                return Constant(0, Int, call);
            case "__builtin_assume":
                EmitUnsupported(call.Span, $"'{name}'");
                return Constant(0, Int, call);
            case "__builtin_assume_aligned":
                EmitPromise(new(PromiseKind.Aligned, name, arguments, call.Span));
                return arguments is [var pointer, ..] ? Converted(pointer, call.Type, call) : UnsupportedValue(call, $"'{name}' without operands");
            default:
                return arguments is [var expected, ..] ? Converted(expected, call.Type, call) : UnsupportedValue(call, $"'{name}' without operands");
        }
    }

    private void EmitPromise(Promise promise) => Emit(new KernelStatement.Promised(promise, promise.Span));
}
