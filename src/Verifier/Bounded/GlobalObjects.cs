using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The variables outside all functions, as they are before anything runs (C17 6.7.9p10): zero, or their initial value.</summary>
internal static class GlobalObjects
{
    public static void Make(ModuleCode code, Machine machine)
    {
        var module = code.Module;
        for (var number = 0; number < module.Globals.Length; number++)
        {
            var variable = module.Globals[number].Variable;
            if (code.Layout.SizeOf(variable.Type.Unqualified) is { } size && variable.Storage != StorageKind.External)
            {
                var alignment = Math.Max(variable.AlignmentInBytes ?? 1, code.Layout.AlignmentOf(variable.Type));
                var made = machine.Memory.Allocate(variable.Name, size, alignment);
                machine.Globals[number] = new(made.Id, 0);
                Bulk.Set(machine, machine.Globals[number], 0, size, default);
            }
        }

        // All have their places before any value is computed, since one may hold the address of another.
        for (var number = 0; number < module.Globals.Length; number++)
        {
            var global = module.Globals[number];
            if (global.Initial is { } initial && !machine.Globals[number].IsNull)
            {
                Initialise(code, machine, global, initial);
                machine.Memory[machine.Globals[number].Object].IsReadOnly = global.Variable.Type.IsConst;
            }
        }
    }

    private static void Initialise(ModuleCode code, Machine machine, GlobalVariable global, Value initial)
    {
        var place = new Place.Named(global.Variable, global.Variable.Type.Unqualified, global.Span);
        var (execute, frame) = FunctionCompiler.CompileInitial(code, place, initial, global.Span);
        machine.NewFrame(0, frame);
        execute(machine);
    }
}
