using Dashboard.Verbs;

return await InsightsCommand.RunAsync(args);
