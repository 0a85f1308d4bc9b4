using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>
    /// Code for a function of numbers that the model library declares and does not define: <c>exp</c>, <c>pow</c> and their like.
    /// Its result is a term of its own, the same for the same arguments. Null for any other function.
    /// </summary>
    private Action<Machine>? LibraryCall(Symbol target, ImmutableArray<Value> arguments)
    {
        if (target.Origin != SymbolOrigin.Library || target.Type is not CType.Function { IsVariadic: false, Parameters.Length: 1 or 2 } type
            || Layout.SortOf(type.Result) is not { IsFloating: true } sort || type.Parameters.Any(parameter => Layout.SortOf(parameter) != sort))
        {
            return null;
        }

        var (first, second) = (Scalar(arguments[0]), arguments.Length > 1 ? Scalar(arguments[1]) : null);
        return machine =>
        {
            var argument = first(machine).ToTerm(machine.Terms, sort);
            Term? other = second is null ? null : second(machine).ToTerm(machine.Terms, sort);
            machine.Run.LibraryFunctions.Add(target.Name);
            machine.Result[0] = Bounded.Scalar.Of(machine.Terms.Call(target.Name, argument, other), machine.Terms.Store);
        };
    }
}
