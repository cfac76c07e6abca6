extern alias runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using runtime::GenNet;

namespace GenNet.Generator.Tests;

/// <summary>A folder of files of weights, and what is asked of the networks that carry them.</summary>
internal sealed class WeightsFolder : IDisposable
{
    /// <summary>The class that the calls go through, to be compiled with the network.</summary>
    public const string Reader = """

        public static class Reader
        {
            public static double[] Read<TNet, T>(TNet net, string tensor) where TNet : class, IInferenceNetwork<TNet, T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
                System.Array.ConvertAll(TNet.Layout.Read<T>((System.ReadOnlySpan<T>)net.Parameters, tensor), double.CreateChecked);

            public static double[] Outputs<TNet, T>(TNet net, double[] inputs) where TNet : class, IInferenceNetwork<TNet, T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
            {
                var outputs = new T[inputs.Length / TNet.InputSize * TNet.OutputSize];
                net.Forward(System.Array.ConvertAll(inputs, T.CreateChecked), outputs);
                return System.Array.ConvertAll(outputs, double.CreateChecked);
            }

            public static double[] Steps<TNet, T>(TNet net, double[] inputs) where TNet : class, IStreamingNetwork<TNet, T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
            {
                var outputs = new T[inputs.Length / TNet.StepInputSize * TNet.StepOutputSize];
                SequenceState<T> state = net.CreateState();
                for (int t = 0; t < outputs.Length / TNet.StepOutputSize; t++)
                    net.Step(System.Array.ConvertAll(inputs[(t * TNet.StepInputSize)..((t + 1) * TNet.StepInputSize)], T.CreateChecked), state, System.MemoryExtensions.AsSpan(outputs, t * TNet.StepOutputSize, TNet.StepOutputSize));
                return System.Array.ConvertAll(outputs, double.CreateChecked);
            }
        }
        """;

    /// <summary>A tensor of a network.</summary>
    public static double[] Read(object net, string tensor) => Call(net, "Read", tensor);

    /// <summary>The outputs of a network.</summary>
    public static double[] Outputs(object net, double[] inputs) => Call(net, "Outputs", inputs);

    /// <summary>Those of the steps of a sequence.</summary>
    public static double[] Steps(object net, double[] inputs) => Call(net, "Steps", inputs);

    private static double[] Call(object net, string method, object argument)
    {
        Type reader = net.GetType().Assembly.GetTypes().Single(type => type.Name == "Reader");
        Type number = net.GetType().GetInterfaces().First(i => i.IsGenericType).GetGenericArguments()[1];
        return (double[])reader.GetMethod(method)!.MakeGenericMethod(net.GetType(), number).Invoke(null, [net, argument])!;
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("gennet").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public WeightsText Save(string name, IEnumerable<SafeTensor> tensors)
    {
        using var stream = new MemoryStream();
        new SafeTensorsFile(tensors, new Dictionary<string, string> { ["format"] = "pt" }).Write(stream);
        return Written(name, stream.ToArray());
    }

    public WeightsText Written(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return new WeightsText(path, "GenNet/" + name);
    }
}
