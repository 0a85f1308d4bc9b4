using System.CodeDom.Compiler;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>A module as C17 with GNU vectors: what a kernel means, in a form that a person and a compiler can read.</summary>
public static class KernelPrinter
{
    public static string Print(Module module)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new IndentedTextWriter(text, "    ") { NewLine = "\n" };
        PrintTypes(module, writer);
        foreach (var promise in module.Promises)
        {
            writer.WriteLine(promise.Kind == PromiseKind.CompilerOption ? $"#pragma {promise.Text}" : $"/* promise: {promise.Text} */");
        }

        foreach (var gap in module.Gaps)
        {
            writer.WriteLine($"/* unsupported: {gap.Reason} */");
        }

        foreach (var global in module.Globals)
        {
            writer.WriteLine(StatementPrinter.Declaration(global.Variable, [], global.Initial));
            if (global.Variable.IsThreadPrivate)
            {
                writer.WriteLine($"#pragma omp threadprivate({global.Variable.Name})");
            }
        }

        var first = true;
        var declared = new HashSet<Symbol>();
        foreach (var function in module.Functions)
        {
            writer.Write(first && module.Globals.IsEmpty ? "" : "\n");
            first = false;
            foreach (var later in CalledIn(function, module).Where(called => called != function && !declared.Contains(called.Symbol)))
            {
                declared.Add(later.Symbol);
                writer.WriteLine($"{Header(later)};");
            }

            declared.Add(function.Symbol);
            PrintFunction(function, writer);
        }

        return text.ToString();
    }

    public static string Print(KernelFunction function)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new IndentedTextWriter(text, "    ") { NewLine = "\n" };
        PrintFunction(function, writer);
        return text.ToString();
    }

    private static IEnumerable<KernelFunction> CalledIn(KernelFunction function, Module module) =>
        function.Body is not { } body ? [] : KernelWalk.DescendantsAndSelf(body)
            .Select(node => node switch
            {
                KernelStatement.Call call => call.Target,
                Value.FunctionAddress address => address.Target,
                Value.PureCall call => call.Target,
                _ => null,
            })
            .OfType<Symbol>()
            .Distinct()
            .SelectMany(called => module.Functions.Where(candidate => candidate.Symbol == called));

    private static string Header(KernelFunction function)
    {
        var parameters = string.Join(", ", function.Parameters.Select(parameter => CTypePrinter.Declare(parameter.Type, parameter.Name)));
        var header = CTypePrinter.Declare(function.Type.Result, $"{function.Name}({(parameters.Length > 0 ? parameters : "void")})");
        return (function.Symbol.IsInternal ? "static " : "") + header;
    }

    private static void PrintFunction(KernelFunction function, IndentedTextWriter writer)
    {
        foreach (var promise in function.Promises.Where(promise => promise.Kind == PromiseKind.FunctionAttribute))
        {
            writer.WriteLine($"/* promise: {promise.Text} */");
        }

        writer.Write(Header(function));
        if (function.Body is not { } body)
        {
            writer.WriteLine(";");
            return;
        }

        writer.WriteLine();
        new StatementPrinter(writer).Print(body);
    }

    /// <summary>The types the module uses, by name.</summary>
    private static void PrintTypes(Module module, IndentedTextWriter writer)
    {
        foreach (var vector in TypesOf(module).OfType<CType.Vector>().Select(vector => (CType.Vector)vector.Unqualified)
            .DistinctBy(CTypePrinter.VectorName).OrderBy(CTypePrinter.VectorName, StringComparer.Ordinal))
        {
            PrintVector(vector, writer);
        }

        foreach (var type in module.Types)
        {
            writer.WriteLine(type switch
            {
                Declaration.Record record => $"{(record.IsUnion ? "union" : "struct")} {record.Name} {{ {string.Join(' ', record.Fields.Select(FieldText))} }};",
                Declaration.Enumeration enumeration => $"enum {enumeration.Name} {{ {string.Join(", ", enumeration.Constants.Select((constant, index) => Enumerator(enumeration, constant, index)))} }};",
                _ => throw new UnreachableException(),
            });
        }
    }

    private static string FieldText(RecordField field) =>
        $"{CTypePrinter.Declare(field.Type, field.Name)}{(field.BitWidth is { } width ? string.Create(CultureInfo.InvariantCulture, $" : {width}") : "")};";

    /// <summary>Constants are numbers wherever they are used; their names only give the type its range.</summary>
    private static string Enumerator(Declaration.Enumeration enumeration, Symbol constant, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{enumeration.Name}__{index} = {constant.ConstantValue}");

    private static void PrintVector(CType.Vector vector, IndentedTextWriter writer)
    {
        var name = CTypePrinter.VectorName(vector);
        var element = CTypePrinter.Print(vector.Element.Unqualified);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"typedef {element} {name} __attribute__((vector_size({vector.Lanes} * sizeof({element})), aligned({vector.AlignmentInBytes})));"));
        writer.WriteLine($"static inline {name} splat_{name}({element} x) {{ return ({name}){{{string.Join(", ", Enumerable.Repeat("x", vector.Lanes))}}}; }}");
    }

    private static IEnumerable<CType> TypesOf(Module module) =>
        module.Globals.Select(global => global.Variable.Type)
            .Concat(module.Functions.SelectMany(TypesOf))
            .Concat(module.Types.OfType<Declaration.Record>().SelectMany(record => record.Fields.Select(field => field.Type)))
            .SelectMany(Parts);

    private static IEnumerable<CType> TypesOf(KernelFunction function) =>
        function.Parameters.Select(parameter => parameter.Type)
            .Append(function.Type.Result)
            .Concat((function.Body is { } body ? KernelWalk.DescendantsAndSelf(body) : []).Select(node => node switch
            {
                KernelStatement.Declare declare => declare.Variable.Type,
                Value value => value.Type,
                Place place => place.Type,
                _ => null,
            }).OfType<CType>());

    private static IEnumerable<CType> Parts(CType type)
    {
        while (true)
        {
            yield return type;
            switch (type)
            {
                case CType.Pointer pointer:
                    type = pointer.Pointee;
                    break;
                case CType.Array array:
                    type = array.Element;
                    break;
                case CType.VariableArray array:
                    type = array.Element;
                    break;
                default:
                    yield break;
            }
        }
    }
}
