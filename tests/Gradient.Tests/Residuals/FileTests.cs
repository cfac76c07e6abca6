using System.IO;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Residuals;

/// <summary>Files of residual networks, and networks for inference that read them.</summary>
public class FileTests
{
    [Fact]
    public void A_saved_network_is_loaded_and_restored_bit_for_bit()
    {
        NamedResidual net = Shapes.Batch.Network<NamedResidual, float>(), other = new(8);
        using var stream = new MemoryStream();
        net.Save(stream);
        stream.Position = 0;
        Assert.Equal(net.Parameters.ToArray(), NamedResidual.Load(stream).Parameters.ToArray());
        string path = Path.GetTempFileName();
        try
        {
            net.Save(path);
            other.Restore(path);
            Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());

            // The tensors of the second copy of the block must not be those of the first.
            Assert.Equal(NamedResidual.Layout.Names.Order(), SafeTensorsFile.Read(path).Tensors.Select(tensor => tensor.Name).Order());
            Assert.Contains("1.past.weight", NamedResidual.Layout.Names);
            Assert.Throws<InvalidDataException>(() => new ThreadedResidual(1).Restore(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Inference_has_the_outputs_of_the_network_that_was_trained()
    {
        Agree<NamedResidual, NamedInference, float>();
        Agree<NamedResidualD, NamedInferenceD, double>();
        Agree<Twins.TinyProjection, TinyProjectionInference, float>();
    }

    private static void Agree<TTrained, TInference, T>()
        where TTrained : class, INetwork<TTrained, T>
        where TInference : class, IInferenceNetwork<TInference, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var file = new MemoryStream();
        TTrained trained = Shapes.Batch.Network<TTrained, T>();
        NetworkFile.Save<TTrained, T>(trained, file);
        file.Position = 0;
        TInference loaded = NetworkFile.Load<TInference, T>(file);
        foreach (int rows in new[] { 1, 7, 130 })
        {
            T[] inputs = Sample.Rows<TTrained, T>(rows).Inputs, expected = new T[rows * TTrained.OutputSize], outputs = new T[expected.Length];
            trained.Forward(inputs, expected);
            loaded.Forward(inputs, outputs);
            Assert.Equal(expected, outputs);
        }
    }
}
