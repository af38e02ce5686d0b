/** Says what left this machine, by the ledger of all requests that Sotto ever made. */
export function Privacy({ requestCount }: { requestCount: number }) {
  return (
    <p class="privacy">
      {requestCount === 0
        ? "Nothing left this machine · 0 requests"
        : `Nothing you read left this machine · ${counted(requestCount)} to fetch models`}
    </p>
  );
}

function counted(requestCount: number): string {
  return requestCount === 1 ? "1 request," : `${requestCount.toLocaleString("en")} requests, all`;
}
