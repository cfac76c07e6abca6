// What the tests start under mpirun: a fit that ends well, or in one of the ways that it can end otherwise.
using System;
using GenNet;
using GenNet.Mpi.Job;

var arguments = new Arguments(args);
try
{
    using var ranks = MpiExchange.Initialize(arguments.Number("shares"));
    if (arguments.Number("patience") is { } seconds)
        ranks.Patience = TimeSpan.FromSeconds(seconds);
    if (arguments.Number("fail-before") == ranks.Rank)
        throw new OperationCanceledException("This rank has no data.");
    switch (arguments.Text("run"))
    {
        case "steps":
            StepJob.Run(ranks);
            break;
        case "carried":
            StepJob.RunCarried(ranks);
            break;
        case "model":
            Console.WriteLine(string.Join('\n', [.. CostTable.Lines(), .. CostTable.Ends()]));
            CostTable.Save(arguments.Text("picture") ?? "scaling.svg");
            break;
        case "measure":
            Measurement.Run(ranks, arguments);
            break;
        case "norm":
            FitJob.Run<NormNet, double>(ranks, new Adam<double>(1e-2), arguments);
            break;
        case "tanh-on-1" when ranks.Rank == 1:
            FitJob.Run<TanhNet, float>(ranks, new Adam<float>(1e-2f), arguments);
            break;
        case "sgd":
            FitJob.Run<DropNet, float>(ranks, new Sgd<float>(1e-1f), arguments);
            break;
        default:
            FitJob.Run<DropNet, float>(ranks, new Adam<float>(1e-2f), arguments);
            break;
    }

    return 0;
}
catch (OperationCanceledException exception)
{
    // Caught, so that only Dispose can tell the other ranks.
    Console.Error.WriteLine($"caught: {exception.Message}");
    return 3;
}
