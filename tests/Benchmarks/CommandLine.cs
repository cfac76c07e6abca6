using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Builds;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Convolutions;
using GenNet.Benchmarks.Generator;
using GenNet.Benchmarks.Machine;
using GenNet.Benchmarks.Mnist;
using GenNet.Benchmarks.Scaling;
using GenNet.Benchmarks.Streaming;
using Spectre.Console;

namespace GenNet.Benchmarks;

/// <summary>The commands and their options.</summary>
internal static class CommandLine
{
    // Redirected output has no width; a table that is folded to 80 columns is not readable.
    private const int WidthOfFiles = 200;

    public static RootCommand Create() => new("Benchmarks of GenNet.")
    {
        new Command("kernels", "BenchmarkDotNet on networks, vector functions and optimizers; its own arguments follow, all benchmarks without."),
        Compare(),
        AotCommand(),
        DebugCommand(),
        ThreadsCommand(),
        ConvolutionsCommand(),
        StreamingCommand(),
        MachineCommand(),
        GeneratorCommand(),
    };

    private static Command Compare()
    {
        var quick = new Option<bool>("--quick") { Description = "Short and rough: 0.05 s, 3 rounds." };
        Option<int?> threads = Positive<int>("--threads", "Threads of all programs; one, and then all processors, without.");
        Option<string?> only = Only();
        Option<int?> batch = Positive<int>("--batch", "One batch size.");
        Option<double?> seconds = Seconds("0.2");
        Option<int?> rounds = Rounds("; 5 with --mnist");
        var zeros = new Option<double>("--zeros") { Description = "The fraction of the inputs that is zero; 0.81 is that of MNIST." };
        Option<bool> markdown = Markdown();
        var json = new Option<FileInfo?>("--json") { Description = "Write all numbers to this file." };
        var mnist = new Option<DirectoryInfo>("--mnist") { Description = "Compare whole trainings on MNIST, whose four IDX files are in this folder." };
        Option<DirectoryInfo?> modules = NodeModules();
        mnist.AcceptExistingOnly();

        var command = new Command("compare", "GenNet, PyTorch and ONNX Runtime, measured in turn.")
        {
            quick, threads, only, batch, seconds, rounds, zeros, markdown, json, mnist, modules,
        };
        command.SetAction(parsed => Run(new ComparisonOptions
        {
            Threads = parsed.GetValue(threads) is { } count ? [count] : new[] { 1, Environment.ProcessorCount }.Distinct().ToArray(),
            Only = parsed.GetValue(only),
            Batch = parsed.GetValue(batch),
            Seconds = parsed.GetValue(seconds) ?? (parsed.GetValue(quick) ? 0.05 : 0.2),
            Rounds = parsed.GetValue(rounds) ?? (parsed.GetValue(quick) ? 3 : parsed.GetValue(mnist) is null ? 9 : 5),
            Zeros = parsed.GetValue(zeros),
            Markdown = parsed.GetValue(markdown),
            Json = parsed.GetValue(json),
            Mnist = parsed.GetValue(mnist),
            NodeModules = parsed.GetValue(modules),
        }));
        return command;
    }

    private static int Run(ComparisonOptions options)
    {
        IAnsiConsole console = CreateConsole();
        if (options.Mnist is not null)
            return new MnistComparison(options, console).Execute();
        using var run = new ComparisonRun(options, console);
        return run.Execute();
    }

    private static Command AotCommand()
    {
        var framework = new Option<string>("--framework") { Description = "net10.0 or net9.0: what NativeAOT and the JIT come from.", DefaultValueFactory = _ => "net10.0" };
        framework.AcceptOnlyFromAmong("net10.0", "net9.0");
        Command command = BuildsCommand(
            "aot", "The same program from NativeAOT and from the JIT, measured in turn.",
            (parsed, folder) => AotComparison.Publish(parsed.GetValue(framework)!, folder));
        command.Add(framework);
        return command;
    }

    private static Command DebugCommand() => BuildsCommand(
        "debug", "The same program as a Debug and as a Release build of its user's project, measured in turn.", (_, folder) => DebugComparison.Build(folder));

    private static Command BuildsCommand(string name, string description, Func<ParseResult, string, IReadOnlyList<BuildPair>> build)
    {
        Option<string?> only = Only();
        Option<int?> batch = Positive<int>("--batch", "One batch size.");
        Option<double?> seconds = Seconds("0.1");
        Option<int?> rounds = Rounds();
        Option<bool> markdown = Markdown();
        var command = new Command(name, description) { only, batch, seconds, rounds, markdown };
        command.SetAction(parsed =>
        {
            var options = new ComparisonOptions
            {
                Threads = [1],
                Only = parsed.GetValue(only),
                Batch = parsed.GetValue(batch),
                Seconds = parsed.GetValue(seconds) ?? 0.1,
                Rounds = parsed.GetValue(rounds) ?? 9,
                Markdown = parsed.GetValue(markdown),
            };
            using var comparison = new BuildComparison(options, CreateConsole());
            return comparison.Execute(folder => build(parsed, folder));
        });
        return command;
    }

    private static Command ThreadsCommand()
    {
        Option<int?> threads = Positive<int>("--threads", "The number of threads; all processors without.");
        Option<string?> only = Only();
        Option<int?> batch = Positive<int>("--batch", "One batch size.");
        Option<double?> seconds = Seconds("0.2");
        Option<int?> rounds = Rounds();
        Option<bool> markdown = Markdown();
        var command = new Command("threads", "Training steps on one thread and on several, measured in turn.") { threads, only, batch, seconds, rounds, markdown };
        command.SetAction(parsed =>
        {
            using var run = new ScalingComparison(CreateConsole());
            return run.Execute(new ComparisonOptions
            {
                Threads = [parsed.GetValue(threads) ?? Environment.ProcessorCount],
                Only = parsed.GetValue(only),
                Batch = parsed.GetValue(batch),
                Seconds = parsed.GetValue(seconds) ?? 0.2,
                Rounds = parsed.GetValue(rounds) ?? 9,
                Markdown = parsed.GetValue(markdown),
            });
        });
        return command;
    }

    private static Command ConvolutionsCommand()
    {
        Option<double?> seconds = Seconds("0.2");
        Option<int?> rounds = Rounds();
        Option<bool> markdown = Markdown();
        var command = new Command("convolutions", "The products of convolutions, GenNet and PyTorch, measured in turn on one thread.") { seconds, rounds, markdown };
        command.SetAction(parsed => new ConvolutionComparison(
            CreateConsole(), parsed.GetValue(seconds) ?? 0.2, parsed.GetValue(rounds) ?? 9, parsed.GetValue(markdown)).Execute());
        return command;
    }

    private static Command StreamingCommand()
    {
        Option<double?> seconds = Seconds("0.2");
        Option<int?> rounds = Rounds();
        Option<bool> markdown = Markdown();
        Option<DirectoryInfo?> modules = NodeModules();
        var command = new Command("streaming", "One step of a sequence at a time, GenNet, PyTorch and ONNX Runtime, measured in turn on one thread.") { seconds, rounds, markdown, modules };
        command.SetAction(parsed =>
        {
            using var comparison = new StreamingComparison(
                CreateConsole(), parsed.GetValue(seconds) ?? 0.2, parsed.GetValue(rounds) ?? 9, parsed.GetValue(markdown), parsed.GetValue(modules));
            return comparison.Execute();
        });
        return command;
    }

    private static Command MachineCommand()
    {
        var command = new Command("machine", "What one core of this machine can do at most.");
        command.SetAction(_ => MachineReport.Print(CreateConsole(), MachineLimits.Measure()));
        return command;
    }

    private static Command GeneratorCommand()
    {
        Option<int?> rounds = Positive<int>("--rounds", "The keystrokes of each measurement, 20 by default.");
        var command = new Command("generator", "The time of the generator and of the compiler, for projects of 1, 100 and 1,000 networks.") { rounds };
        command.SetAction(parsed => GeneratorReport.Print(CreateConsole(), parsed.GetValue(rounds) ?? 20));
        return command;
    }

    private static IAnsiConsole CreateConsole()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = WidthOfFiles;
        return plain;
    }

    private static Option<string?> Only()
    {
        string[] names = Subject.All.Select(subject => subject.Name).ToArray();
        var option = new Option<string?>("--only") { Description = $"One network: {string.Join(", ", names)}." };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    private static Option<double?> Seconds(string preset) => Positive<double>("--seconds", $"The length of one measurement, {preset} by default.");

    private static Option<int?> Rounds(string more = "") => Positive<int>("--rounds", $"The measurements of each program, 9 by default{more}.");

    private static Option<DirectoryInfo?> NodeModules() => new("--node-modules") { Description = "The node_modules folder with onnxruntime-node." };

    private static Option<bool> Markdown() => new("--markdown") { Description = "Print tables as Markdown." };

    private static Option<T?> Positive<T>(string name, string description)
        where T : struct, IComparable<T>
    {
        var option = new Option<T?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T?>() is { } value && value.CompareTo(default) <= 0)
                result.AddError($"{option.Name} must be above 0.");
        });
        return option;
    }
}
