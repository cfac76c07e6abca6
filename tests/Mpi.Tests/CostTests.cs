using System;
using System.IO;
using System.Runtime.CompilerServices;
using GenNet.Mpi.Job;

namespace GenNet.Mpi.Tests;

/// <summary>What the document of several machines says of the cost is what the model computes.</summary>
public class CostTests
{
    [Fact]
    public void The_document_has_the_table_of_the_model()
    {
        string document = File.ReadAllText(Path.Combine(Documents(), "machines.md")).ReplaceLineEndings("\n");
        Assert.Contains(string.Join('\n', CostTable.Lines()), document, StringComparison.Ordinal);
        Assert.Contains(string.Join('\n', CostTable.Ends()), document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_the_one_of_the_model()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.svg");
        CostTable.Save(path);
        string made = File.ReadAllText(path);
        File.Delete(path);
        Assert.Equal(File.ReadAllText(Path.Combine(Documents(), "scaling.svg")).ReplaceLineEndings("\n"), made.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_model_is_near_what_it_is_fitted_to()
    {
        CostModel model = CostModel.Measured;
        Assert.Equal(5.375, model.Step(1, 128, CostModel.Memory), 0.3);
        Assert.Equal(1, model.SpeedUp(1, 128, CostModel.Memory), 1e-12);

        // Two ranks share the update, and exchange.
        double exchange = model.Step(2, 128, CostModel.Memory) - model.Step(1, 128, CostModel.Memory) + model.Update / 2;
        Assert.InRange(exchange, 0.8, 1.2);
    }

    private static string Documents([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "docs");
}
