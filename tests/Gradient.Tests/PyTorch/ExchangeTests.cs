using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace GenNet.Gradient.Tests.PyTorch;

/// <summary>Files of parameters from GenNet to PyTorch and back, as docs/pytorch.md shows it; where a Python with PyTorch is found.</summary>
public class ExchangeTests
{
    private static readonly Lazy<string?> Python = new(() => new[] { Environment.GetEnvironmentVariable("GENNET_PYTHON"), "python3", "python", "/usr/bin/python3" }
        .OfType<string>().FirstOrDefault(python => Run(python, "-c", "import torch") is not null));

    [Fact]
    public void A_state_dict_goes_both_ways_and_computes_the_same()
    {
        Assert.SkipWhen(Python.Value is null, "No Python with PyTorch was found: install it (Debian: apt install python3-torch), or name the interpreter in GENNET_PYTHON.");
        string folder = Directory.CreateTempSubdirectory("gennet").FullName;
        try
        {
            var net = new SequentialNet(seed: 3);
            Assert.Equal(["0.weight", "0.bias", "3.weight", "3.bias", "4.weight", "4.bias", "6.weight"], SequentialNet.Layout.Names);
            float[] inputs = [.. Enumerable.Range(0, 5 * 6).Select(i => MathF.Sin(i) * 2)];
            string ours = Path.Combine(folder, "gennet.safetensors"), theirs = Path.Combine(folder, "pytorch.safetensors");
            net.Save(ours);

            string script = Path.Combine(AppContext.BaseDirectory, "PyTorch", "exchange.py");
            string? output = Run(Python.Value, script, ours, theirs, string.Join(' ', inputs.Select(x => x.ToString("R", CultureInfo.InvariantCulture))));
            Assert.NotNull(output);
            string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

            AssertClose(lines[0], net, inputs);
            AssertClose(lines[1], SequentialNet.Load(theirs), inputs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertClose(string expected, SequentialNet net, float[] inputs)
    {
        var outputs = new float[5 * 3];
        net.Forward(inputs, outputs);
        float[] numbers = [.. expected.Split(' ').Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(outputs.Length, numbers.Length);
        Assert.All(outputs.Zip(numbers), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
    }

    /// <summary>What a program prints, or null where there is none or it fails.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        var errors = new List<string>();
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0)
                return output;
            TestContext.Current.SendDiagnosticMessage(string.Join('\n', errors));
            return null;
        }
        catch (Win32Exception)
        {
            // Not a program.
            return null;
        }
    }
}
