using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The variables outside all functions, as they are before anything runs (C17 6.7.9p10): zero, or their initial value.</summary>
internal static class GlobalObjects
{
    public static void Make(ModuleCode code, RunState run)
    {
        var globals = code.Module.Globals.Select(global => (Number: code.StaticNumber(global.Variable), Global: global)).ToList();

        var machine = new Machine(run);

        // All have their places before any value is computed, since one may hold the address of another.
        foreach (var (number, global) in globals)
        {
            Place(code, machine, number, global);
        }

        foreach (var (number, global) in globals)
        {
            Initialise(code, machine, number, global);
        }
    }

    /// <summary>One that is local to a function, made by no thread and under no condition.</summary>
    public static void MakeOne(ModuleCode code, RunState run, int number, GlobalVariable global)
    {
        var machine = new Machine(run);
        Place(code, machine, number, global);
        Initialise(code, machine, number, global);
    }

    private static void Place(ModuleCode code, Machine machine, int number, GlobalVariable global)
    {
        var variable = global.Variable;
        if (code.Layout.SizeOf(variable.Type.Unqualified) is not { } size || variable.IsThreadPrivate || variable.Storage is StorageKind.ThreadLocal || machine.Globals.ContainsKey(number))
        {
            return;
        }

        var alignment = Math.Max(variable.AlignmentInBytes ?? 1, code.Layout.AlignmentOf(variable.Type));
        var made = machine.Memory.Allocate(variable.Name, size, alignment);
        machine.Globals[number] = new(made.Id, 0);
        Bulk.Set(machine, machine.Globals[number], 0, size, default);
    }

    private static void Initialise(ModuleCode code, Machine machine, int number, GlobalVariable global)
    {
        if (global.Initial is not { } initial || !machine.Globals.TryGetValue(number, out var address))
        {
            return;
        }

        var place = new Place.Named(global.Variable, global.Variable.Type.Unqualified, global.Span);
        var (execute, frame) = FunctionCompiler.CompileInitial(code, place, initial, global.Span);
        machine.NewFrame(0, frame);
        execute(machine);
        machine.Memory[address.Object].IsReadOnly = global.Variable.Type.IsConst;
    }
}
